package io.exhibit.run;

import io.exhibit.assessment.Period;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What a pack that nobody has begun yet is issued with: the log as it stands, completed and stamped, when nothing forbids the issue. */
final class NewIssue {

    private final Vault vault;
    private final DueTimes due;
    private final AssessRun assess;
    private final MonthRun month;
    private final IssueShelf shelf;
    private final List<Route> routes;
    private final Stamping stamping;
    private final InstantSource clock;

    NewIssue(
            Vault vault,
            DueTimes due,
            AssessRun assess,
            MonthRun month,
            IssueShelf shelf,
            List<Route> routes,
            Stamping stamping,
            InstantSource clock) {
        this.vault = vault;
        this.due = due;
        this.assess = assess;
        this.month = month;
        this.shelf = shelf;
        this.routes = List.copyOf(routes);
        this.stamping = stamping;
        this.clock = clock;
    }

    /** What the log still lacks of a period that is over is put there first, so that the pack is printed from the log alone. */
    Issued of(Edition edition, Period period) throws IOException {
        String pack = edition.pack();
        Instant now = clock.instant();
        requireOrder(edition);
        requireLogged(pack, period);
        if (now.isBefore(period.end())) {
            throw new PackRefused(
                    PackRefused.Reason.RUNNING,
                    "The period of " + pack + " is not over: it can be bound from " + period.end()
                            + " on. To look at the days so far, add --draft.");
        }
        MissedRuns.seal(vault, due, period.end());
        assess.sealUnjudged();
        DeliverRun.name(vault, routes);
        return stamped(shelf.begun(edition, now, vault.checkpoint(), month.kept(period)));
    }

    /** Before the log begins nothing was due: a pack of that time would be empty, and nobody would have to have bound it. */
    void requireLogged(String pack, Period period) {
        Optional<Instant> begun = new Log(vault).begun();
        if (begun.isPresent() && !begun.get().isBefore(period.end())) {
            throw new PackRefused(
                    PackRefused.Reason.EMPTY,
                    "The log begins with " + begun.get() + ", after the period of " + pack
                            + " was over: nothing was collected in it, and nothing was due.");
        }
    }

    /** Issues follow each other, each with its reason: none can be skipped or slipped in. */
    private void requireOrder(Edition edition) {
        if (edition.number() == 1) {
            return;
        }
        String before = edition.name(edition.number() - 1);
        if (!vault.packs().containsKey(before)) {
            throw new PackRefused(
                    PackRefused.Reason.ISSUED,
                    "Issue " + edition.number() + " comes after issue " + (edition.number() - 1)
                            + ", and the log has no pack " + before + ".");
        }
        if (edition.reason().isBlank()) {
            throw new PackRefused(
                    PackRefused.Reason.ISSUED,
                    "A pack is issued again for a reason, which its cover prints: give --reason.");
        }
    }

    /** A pack whose time nobody stamped is a pack all the same, and says why. */
    private Issued stamped(Issued first) {
        try {
            return stamping.token(first.checkpoint().getBytes(StandardCharsets.UTF_8), vault.newest())
                    .map(token ->
                            first.stamped(Statement.STAMPED, Base64.getEncoder().encodeToString(token)))
                    .orElse(first);
        } catch (IOException e) {
            return first.stamped("failed: " + e.getMessage(), "");
        }
    }

    /** An issue of the days so far, for what is never issued. */
    Issued soFar(Edition edition, Period soFar) throws IOException {
        return shelf.begun(edition, clock.instant(), vault.checkpoint(), month.kept(soFar));
    }
}
