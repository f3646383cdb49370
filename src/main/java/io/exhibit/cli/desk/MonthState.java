package io.exhibit.cli.desk;

import io.exhibit.assessment.Period;
import io.exhibit.cli.settings.Settings;
import io.exhibit.run.Log;
import io.exhibit.run.WaitingDrafts;
import io.exhibit.schedule.Task;
import io.exhibit.seal.RunTime;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the pages of a month depend on. To work a month out takes minutes where there is much evidence: what bears on none of its
 * judgements, such as a pack that is issued or a night of a later month, does not have it worked out anew.
 */
final class MonthState {

    /** Leaves of who looked at what, which are shown on no page of a month. */
    private static final String VISITS = "visits";

    /** Leaves that are of no month: any of them may bear on how each is judged or told. */
    private static final Set<String> OF_ALL = Set.of("rotation", "book", "approval");

    private MonthState() {}

    /** @param files of the book and the mappings, as they are read now */
    static Standings.State of(Vault vault, Settings settings, String files, Period period, Instant now)
            throws IOException {
        return new Standings.State(judged(vault, settings, files, period, now), beside(vault, settings, now));
    }

    private static String judged(Vault vault, Settings settings, String files, Period period, Instant now)
            throws IOException {
        SortedMap<String, Long> leaves = new TreeMap<>(vault.leaves());
        leaves.keySet().retainAll(OF_ALL);
        // Of a month that is over no further collection is due.
        String due = now.isBefore(period.end())
                ? settings.schedule().crons().get(Task.COLLECT).next(now).toString()
                : "";
        return String.join(
                " ",
                vault.checkpoint() == null ? "" : vault.checkpoint().origin(),
                leaves.toString(),
                runs(vault, period),
                files,
                LocalDate.ofInstant(now, period.zone()).toString(),
                due);
    }

    /** The runs that it is seen against, each with its judgement; and whether the log has later ones. */
    private static String runs(Vault vault, Period period) {
        Instant from = Log.seenFrom(period);
        StringBuilder runs = new StringBuilder();
        List<String> all = vault.runIds();
        for (String id : all) {
            Instant due = RunTime.of(id).orElse(from);
            if (!due.isBefore(from) && due.isBefore(period.end())) {
                runs.append(id).append('=').append(vault.judged(id).orElse("")).append(',');
            }
        }
        boolean newest = all.isEmpty() || runs.indexOf(all.get(all.size() - 1) + "=") >= 0;
        return runs.append(newest).toString();
    }

    /** Some of what needs a person comes by time alone: that nothing was collected, that a limit runs out. */
    private static String beside(Vault vault, Settings settings, Instant now) throws IOException {
        SortedMap<String, Long> leaves = new TreeMap<>(vault.leaves());
        leaves.remove(VISITS);
        return now.truncatedTo(ChronoUnit.HOURS) + " " + leaves + " "
                + WaitingDrafts.of(settings.pack().folder(), vault.packs().keySet());
    }
}
