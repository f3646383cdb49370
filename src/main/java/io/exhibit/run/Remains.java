package io.exhibit.run;

import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run left that was broken off; without units when there is none. */
record Remains(List<Kept> kept) {

    /** How long after its beginning it may go on: what it holds is still of that night. */
    static final Duration FRESH = Duration.ofHours(6);

    Remains {
        kept = List.copyOf(kept);
    }

    static final String GOES_ON = "broken off, and gone on with at ";

    RunRecord begun() {
        return kept.get(0).soFar();
    }

    boolean isNothing() {
        return kept.isEmpty();
    }

    /** The same caller, asking the same endpoint in the same way, soon enough that it is one and the same night. */
    boolean canGoOn(Asking asking, Map<String, String> digests, Instant now) {
        return !isNothing()
                && begun().endpoint().equals(asking.endpoint())
                && begun().identity().equals(asking.landscape().identity())
                && begun().digests().equals(digests)
                && now.isBefore(until(begun().started()));
    }

    /** Until when a run that began then may go on. */
    static Instant until(Instant started) {
        return started.plus(FRESH);
    }

    /** Ids that are taken, with its own. */
    List<String> taken(Vault vault) {
        List<String> ids = new ArrayList<>(vault.runIds());
        kept.stream().limit(1).forEach(unit -> ids.add(unit.soFar().id()));
        return ids;
    }

    String goesOn(Instant now) {
        return GOES_ON + now.truncatedTo(ChronoUnit.SECONDS) + "; " + kept.size()
                + (kept.size() == 1 ? " unit" : " units") + " had been kept";
    }

    String givenUp() {
        return "the run was broken off and is not gone on with; "
                + (kept.size() == 1 ? "1 unit that had been kept was" : kept.size() + " units that had been kept were")
                + " given up";
    }

    static String stops(Instant due, Instant started, int units) {
        return "the run of " + due + " is broken off because the node stops; " + units
                + (units == 1 ? " unit is" : " units are") + " kept, and it goes on if a run begins before "
                + until(started).truncatedTo(ChronoUnit.SECONDS);
    }
}
