package io.exhibit.schedule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * That somebody paused a task: what is due meanwhile is not carried out.
 *
 * @param reason a sentence for people, without its full stop
 * @param until when somebody had it go on; empty while it is paused
 * @param resumedBy who that was, or ""
 */
public record Paused(Task task, Instant since, String by, String reason, Optional<Instant> until, String resumedBy) {

    /** Whether what was due then was not to be carried out. */
    public boolean covers(Instant due) {
        return !due.isBefore(since) && until.map(due::isBefore).orElse(true);
    }

    /** Whether nobody has resumed it. */
    public boolean isOn() {
        return until.isEmpty();
    }

    /** Such as {@code paused since 2026-10-05T09:12:00Z by Jane Roe: the account moves}. */
    public String words() {
        return "paused since " + since.truncatedTo(ChronoUnit.SECONDS) + " by " + by + ": " + reason;
    }

    Paused resumed(Instant at, String who) {
        return new Paused(task, since, by, reason, Optional.of(at), who);
    }
}
