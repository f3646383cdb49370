package io.exhibit.run.watch;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells each cause once: when it opens, when it changes, and when it is over. What is new is kept before it is sent, and sent again at
 * the next look to each channel that did not take it: nothing is lost by a crash, and a message may come twice by one, with the same id.
 */
public final class Notices {

    private final String origin;
    private final ZoneId zone;
    private final Told.Shelf shelf;
    private final List<Channel> channels;

    /** @param origin whose node speaks */
    public Notices(String origin, ZoneId zone, Told.Shelf shelf, List<Channel> channels) {
        this.origin = origin;
        this.zone = zone;
        this.shelf = shelf;
        this.channels = List.copyOf(channels);
    }

    /**
     * What came of one look.
     *
     * @param news what was new
     * @param failed channels that did not take their message, with the reason
     */
    public record Outcome(List<News> news, Map<String, String> failed) {}

    /**
     * Tells what is new.
     *
     * @param alarms all that is wrong now
     * @param seen of which kinds all is known; what was told of another kind goes on
     * @throws IOException when what was told cannot be read or kept; then nothing is sent
     */
    public Outcome tell(List<Alarm> alarms, Predicate<AlarmKind> seen, Instant now) throws IOException {
        Optional<Told> before = shelf.load();
        // Nobody waits any more for a channel that the settings no longer name.
        before.ifPresent(told -> told.waiting()
                .keySet()
                .retainAll(channels.stream().map(Channel::name).toList()));
        List<Alarm> all = new ArrayList<>(alarms);
        before.ifPresent(told -> all.addAll(silent(told)));
        Told told = before.orElseGet(Told::nothing);
        List<News> news = news(told, all, seen, now, before.isEmpty());
        if (!news.isEmpty()) {
            for (Channel channel : channels) {
                told.waiting().merge(channel.name(), Told.Waiting.none().and(news), (old, more) -> old.and(news));
            }
        }
        shelf.keep(told);
        Map<String, String> failed = send(told, now);
        shelf.keep(told);
        return new Outcome(news, failed);
    }

    private List<News> news(Told told, List<Alarm> alarms, Predicate<AlarmKind> seen, Instant now, boolean first) {
        List<News> news = new ArrayList<>();
        Map<String, Alarm> looked = new TreeMap<>();
        alarms.forEach(alarm -> looked.put(alarm.key(), alarm));
        for (Alarm alarm : looked.values()) {
            Told.Going going = told.going().get(alarm.key());
            if (alarm.until().isPresent()) {
                ended(told, alarm, first).ifPresent(news::add);
            } else if (going == null && alarm.fresh()) {
                news.add(News.of(News.Event.OPENED, alarm, now));
                told.going().put(alarm.key(), going(alarm));
            } else if (going != null && alarm.fresh() && !going.state().equals(alarm.state())) {
                news.add(News.of(News.Event.CHANGED, alarm, now));
                told.going().put(alarm.key(), going(alarm));
            }
        }
        told.going().entrySet().removeIf(each -> {
            boolean over = !looked.containsKey(each.getKey())
                    && seen.test(each.getValue().kind());
            if (over) {
                Told.Going one = each.getValue();
                news.add(new News(
                        News.Event.OVER, one.kind(), each.getKey(), one.since(), now, one.headline(), List.of()));
            }
            return over;
        });
        told.past()
                .keySet()
                .removeIf(
                        key -> !looked.containsKey(key) && seen.test(AlarmKind.of(key.substring(0, key.indexOf(':')))));
        return news;
    }

    /** A cause that is over by itself: told as it is over, also when nobody had heard of it; not what was over before anybody was told of anything. */
    private static Optional<News> ended(Told told, Alarm alarm, boolean first) {
        boolean heard = told.going().remove(alarm.key()) != null;
        boolean past = told.past().put(alarm.key(), alarm.until().get()) != null;
        return heard || !past && !first
                ? Optional.of(News.of(News.Event.OVER, alarm, alarm.until().get()))
                : Optional.empty();
    }

    private Map<String, String> send(Told told, Instant now) {
        Map<String, String> failed = new TreeMap<>();
        for (Channel channel : channels) {
            Told.Waiting waiting = told.waiting().getOrDefault(channel.name(), Told.Waiting.none());
            if (waiting.news().isEmpty()) {
                continue;
            }
            List<String> fresh = waiting.news().stream().map(News::key).toList();
            List<String> going = told.going().entrySet().stream()
                    .filter(each -> !fresh.contains(each.getKey()))
                    .map(each -> each.getValue().headline())
                    .toList();
            try {
                channel.send(Message.of(origin, now, zone, waiting.news(), going));
                told.waiting().put(channel.name(), Told.Waiting.none());
            } catch (IOException | RuntimeException e) {
                String why = Lines.line(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
                failed.put(channel.name(), why);
                told.waiting()
                        .put(
                                channel.name(),
                                new Told.Waiting(waiting.news(), waiting.since() == null ? now : waiting.since(), why));
            }
        }
        return failed;
    }

    /** A channel that takes nothing is a cause of its own, for whoever the others reach. */
    private List<Alarm> silent(Told told) {
        return told.waiting().entrySet().stream()
                .filter(each -> each.getValue().since() != null)
                .map(each -> Alarm.on(
                        AlarmKind.NOTICE,
                        each.getKey(),
                        each.getValue().since(),
                        "",
                        "Notices do not get through: " + each.getKey(),
                        List.of("reason: " + each.getValue().why())))
                .collect(Collectors.toList());
    }

    private static Told.Going going(Alarm alarm) {
        return new Told.Going(alarm.kind(), alarm.since(), alarm.state(), alarm.headline());
    }
}
