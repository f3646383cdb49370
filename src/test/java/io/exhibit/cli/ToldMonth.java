package io.exhibit.cli;

import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.run.watch.Alarm;
import io.exhibit.run.watch.Channel;
import io.exhibit.run.watch.Message;
import io.exhibit.run.watch.Notices;
import io.exhibit.run.watch.Told;
import io.exhibit.run.watch.Watch;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an operator would have been told of a month, seven hours after each night, from a vault as it was then. */
final class ToldMonth {

    private final Wiring wiring;
    private final Book book;
    private final Watch watch;
    private final List<String> told = new ArrayList<>();
    private Optional<Told> kept = Optional.empty();

    ToldMonth(Path settings) {
        wiring = new Wiring(SettingsReader.read(settings), Consoles.quiet());
        book = wiring.book();
        ZoneId zone = wiring.settings().schedule().zone();
        watch = new Watch(
                wiring.settings().schedule().collect(), zone, wiring.catalog().sources(), false, wiring::assessRun);
    }

    /** @param nights days of the month after whose nights it is looked */
    List<String> of(Set<Integer> nights) throws IOException {
        try (Vault all = wiring.vaultToRead()) {
            long size =
                    all.leaves().values().stream().mapToLong(Long::longValue).sum();
            for (long n = 1; n <= size; n++) {
                Vault then = all.asOf(n);
                boolean last = n == size
                        || all.asOf(n + 1).runIds().size() > then.runIds().size();
                if (last && !then.runIds().isEmpty()) {
                    Instant due = then.run(then.runIds().get(then.runIds().size() - 1))
                            .due();
                    if (nights.contains(due.atZone(zone()).getDayOfMonth())) {
                        look(then, due.plus(Duration.ofHours(7)));
                    }
                }
            }
        }
        return told;
    }

    private void look(Vault vault, Instant now) throws IOException {
        List<Alarm> alarms = new ArrayList<>(watch.look(vault, book, now));
        alarms.addAll(watch.entries(book, now));
        new Notices("exhibit/EH", zone(), shelf(), List.of(channel())).tell(alarms, kind -> true, now);
    }

    private ZoneId zone() {
        return wiring.settings().schedule().zone();
    }

    private Told.Shelf shelf() {
        return new Told.Shelf() {
            @Override
            public Optional<Told> load() {
                return kept;
            }

            @Override
            public void keep(Told now) {
                kept = Optional.of(now);
            }
        };
    }

    private Channel channel() {
        return new Channel() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public String check() {
                return "";
            }

            @Override
            public void send(Message message) {
                int day = message.at().atZone(zone()).getDayOfMonth();
                message.news().forEach(news -> told.add(day + " " + news.event().words() + " " + news.key()));
            }
        };
    }
}
