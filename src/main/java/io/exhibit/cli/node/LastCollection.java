package io.exhibit.cli.node;

import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.Observer;
import io.exhibit.run.Readiness;
import io.exhibit.run.RunFigures;
import io.exhibit.run.Work;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of the newest collection, which is what tells whether AWS takes the credentials: nobody asks AWS for it. An hourly look that
 * finds nothing to do yet makes nothing good; a run with evidence does, whoever made it.
 */
final class LastCollection implements Observer {

    private String trouble = "";
    private Instant since = Instant.MIN;
    private boolean carriedOut;

    @Override
    public synchronized void failed(Work work, String what, Instant at, String words) {
        if (work == Work.COLLECT) {
            trouble = words.strip().replaceAll("\\s+", " ");
            since = at;
        }
    }

    @Override
    public synchronized void collected(RunFigures run) {
        if (run.succeeded()) {
            trouble = "";
            carriedOut = true;
        }
    }

    /** A run of the log, the newer ones after the older ones. */
    synchronized void logged(RunRecord run) {
        if (run.outcome() == Outcome.MISSED || run.finished().isBefore(since)) {
            return;
        }
        if (run.outcome() == Outcome.FAILED) {
            failed(Work.COLLECT, run.id(), run.finished(), run.reason());
        } else {
            trouble = "";
            carriedOut = true;
        }
    }

    /** The newest run of the log that was made, by whomever: what is logged as missed tells nothing of AWS. */
    static Optional<RunRecord> newest(Vault vault) throws IOException {
        List<String> runs = vault.runIds();
        for (int i = runs.size() - 1; i >= 0; i--) {
            RunRecord run = vault.outline(runs.get(i));
            if (run.outcome() != Outcome.MISSED) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    synchronized boolean isTroubled() {
        return !trouble.isEmpty();
    }

    synchronized Readiness readiness() {
        if (!trouble.isEmpty()) {
            return new Readiness("collection", false, "the last one could not be made: " + trouble);
        }
        return new Readiness(
                "collection",
                true,
                carriedOut ? "the last one was carried out" : "none was made yet; the first one asks AWS who calls");
    }
}
