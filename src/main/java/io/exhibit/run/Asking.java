package io.exhibit.run;

import io.exhibit.collect.AnswerGuard;
import io.exhibit.collect.Causes;
import io.exhibit.collect.ClockLag;
import io.exhibit.collect.CollectionPlan;
import io.exhibit.collect.Collector;
import io.exhibit.collect.Landscape;
import io.exhibit.collect.Limits;
import io.exhibit.collect.Line;
import io.exhibit.control.Problem;
import io.exhibit.evidence.RunRecord.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that it takes to ask.
 *
 * @param endpoint "aws", or what stands in its place
 * @param home region that stands for all of them while no region is known at all
 * @param plan which of the accounts and regions that there are
 * @param collectors every source, in the order in which it is asked
 * @param parallel units that are asked at the same time
 */
public record Asking(
        String endpoint,
        String home,
        CollectionPlan plan,
        Landscape landscape,
        List<Collector> collectors,
        Line line,
        AnswerGuard guard,
        Causes causes,
        Limits limits,
        int parallel) {

    public Asking {
        collectors = List.copyOf(collectors);
    }

    /** Every account that was seen or is asked for. */
    List<Account> accounts() {
        return plan.accounts(landscape);
    }

    /** What the settings name and AWS does not list, each with what to do; known when everything was asked. */
    List<String> namedInVain() {
        List<String> said = new ArrayList<>();
        plan.excludedInVain(landscape)
                .forEach(id -> said.add("aws.exclude of the settings names the account " + id
                        + ", and the organization does not list it. Check its digits."));
        plan.regionsInVain(landscape)
                .forEach(name -> said.add("aws.regions of the settings names the region " + name
                        + ", and AWS lists none of this name. "
                        + Problem.nearest(name, landscape.everyRegion())
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("Check its letters.")));
        return said;
    }

    /** What marks a run whose times are not AWS's, which is said too; "" when they are. */
    String clockMark(Progress progress) {
        Optional<ClockLag> doubtful = landscape.clockLag().filter(lag -> lag.isTooFar() || !lag.isKnown());
        doubtful.ifPresent(lag ->
                progress.note((lag.isKnown() ? "Times of this run are wrong: " : "Times of this run may be wrong: ")
                        + lag.words() + "."));
        return doubtful.map(ClockLag::words).orElse("");
    }

    /** The same with so many units at a time. */
    public Asking with(int units) {
        return new Asking(endpoint, home, plan, landscape, collectors, line, guard, causes, limits, units);
    }

    /** The same with other collectors. */
    Asking with(List<Collector> others) {
        return new Asking(endpoint, home, plan, landscape, others, line, guard, causes, limits, parallel);
    }
}
