package io.exhibit.console.door;

import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Links that let one visitor in, once. */
public final class Tickets {

    /** So long a link waits for its visitor. */
    public static final Duration WAITS = Duration.ofMinutes(15);

    private static final int MOST = 100;

    private record Ticket(Visitor visitor, Instant issued) {}

    private final Map<String, Ticket> open = new LinkedHashMap<>();
    private final Doorway.HandedLinks handed;
    private final Supplier<byte[]> chance;
    private final InstantSource clock;

    /** @param handed those that were made elsewhere, and {@code chance} draws 32 bytes that nobody can guess */
    public Tickets(Doorway.HandedLinks handed, Supplier<byte[]> chance, InstantSource clock) {
        this.handed = handed;
        this.chance = chance;
        this.clock = clock;
    }

    /** What the link has at its end. */
    public synchronized String issue(Visitor visitor) {
        Iterator<Ticket> oldest = open.values().iterator();
        while (open.size() >= MOST && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        String ticket = HexFormat.of().formatHex(chance.get());
        open.put(digest(ticket), new Ticket(visitor, clock.instant()));
        return ticket;
    }

    /** Whom a ticket lets in; it does so once. */
    public synchronized Optional<Visitor> redeem(String ticket) throws IOException {
        if (ticket == null) {
            return Optional.empty();
        }
        Ticket own = open.remove(digest(ticket));
        return own == null
                ? handed.take(digest(ticket))
                : Optional.of(own).filter(this::waits).map(Ticket::visitor);
    }

    private boolean waits(Ticket ticket) {
        Instant now = clock.instant();
        return !now.isBefore(ticket.issued().minus(Sessions.BACK))
                && !now.isAfter(ticket.issued().plus(WAITS));
    }

    private static String digest(String ticket) {
        return Sha256.hex(ticket.getBytes(StandardCharsets.UTF_8));
    }
}
