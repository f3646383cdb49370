package io.exhibit.console.door;

import io.exhibit.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Who is in. Kept in memory alone: after a restart everybody comes in anew. */
public final class Sessions {

    /** Idle for so long, or open for so long altogether, a session is over. */
    static final Duration IDLE = Duration.ofMinutes(30);

    static final Duration LONGEST = Duration.ofHours(9);

    /** A clock that was set back by more tells no longer how long something has lasted: then it has lasted long enough. */
    static final Duration BACK = Duration.ofMinutes(1);

    /** More at once are a sign that something opens them without end; the ones that were idle longest go first. */
    private static final int MOST = 200;

    /** Of one login or invitation; a program that keeps no cookie must not put the others out. */
    private static final int EACH = 10;

    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private final Map<String, Instant> barred = new ConcurrentHashMap<>();
    private final Supplier<byte[]> chance;
    private final InstantSource clock;

    /** @param chance draws 32 bytes that nobody can guess */
    public Sessions(Supplier<byte[]> chance, InstantSource clock) {
        this.chance = chance;
        this.clock = clock;
    }

    /** Lets a visitor in. @param bound as {@link Session} has it @return the token for the browser, a new one each time */
    synchronized String open(Visitor visitor, String bound) {
        sweep();
        if (!bound.isEmpty()) {
            spare(EACH, session -> session.bound().equals(bound));
        }
        spare(MOST, session -> true);
        String token = drawn();
        Instant now = clock.instant();
        String id = id(token);
        open.put(id, new Session(id, visitor, bound, drawn(), now, now));
        return token;
    }

    /** Room for one more of these; the ones that were idle longest go. */
    private void spare(int most, Predicate<Session> these) {
        List<Session> all = open.values().stream()
                .filter(these)
                .sorted(Comparator.comparing(Session::seen))
                .toList();
        all.stream().limit(Math.max(0, all.size() - most + 1)).forEach(session -> open.remove(session.id()));
    }

    /** The session of a token, which goes on by being asked for. */
    Optional<Session> of(String token) {
        return token == null
                ? Optional.empty()
                : Optional.ofNullable(open.computeIfPresent(id(token), (id, session) -> {
                    return over(session) ? null : session.seen(clock.instant());
                }));
    }

    /** Ends one, whoever's it is. */
    public void end(String id) {
        open.remove(id);
    }

    /** Ends one for good: whom it is bound to does not come in again before the longest visit would be over. */
    public void bar(String id) {
        Session ended = open.remove(id);
        if (ended != null && !ended.bound().isEmpty()) {
            Instant until = clock.instant().plus(LONGEST);
            barred.put(ended.bound(), until);
            open.values().removeIf(each -> each.bound().equals(ended.bound()));
        }
    }

    /** Until when somebody does not come in, because an operator ended a visit of his. */
    Optional<Instant> barred(String bound) {
        barred.values().removeIf(until -> until.isBefore(clock.instant()));
        return Optional.ofNullable(barred.get(bound));
    }

    /** Those that go on, the newest first. */
    public List<Session> all() {
        sweep();
        return open.values().stream()
                .sorted(Comparator.comparing(Session::opened).reversed())
                .toList();
    }

    private void sweep() {
        open.values().removeIf(this::over);
    }

    private boolean over(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.seen().minus(BACK))
                || now.isAfter(session.seen().plus(IDLE))
                || now.isAfter(session.opened().plus(LONGEST));
    }

    private String drawn() {
        return HexFormat.of().formatHex(chance.get());
    }

    private static String id(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
    }
}
