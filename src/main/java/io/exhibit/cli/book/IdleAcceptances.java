package io.exhibit.cli.book;

import io.exhibit.assessment.History;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Problem;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.run.PreviewRun.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Risk acceptances that an edited book adds or changes and that accept nothing of a month. */
final class IdleAcceptances {

    private IdleAcceptances() {}

    /** Most often the item is written otherwise than the pack has it: then nobody sees why it still deviates. */
    static List<String> of(Month month) {
        List<RiskAcceptance> before = month.before().book().acceptances();
        Set<List<String>> known = before.stream().map(RiskAcceptance::terms).collect(Collectors.toSet());
        Map<String, TestResult> tests = PreviewReport.tests(month.after().tests());
        return month.after().book().acceptances().stream()
                .filter(accepted -> !accepted.sample() && !known.contains(accepted.terms()))
                .filter(accepted -> tests.containsKey(accepted.assertion()))
                .flatMap(accepted -> idle(accepted, tests.get(accepted.assertion())).stream())
                .toList();
    }

    private static Optional<String> idle(RiskAcceptance accepted, TestResult test) {
        List<History> open = test.histories().stream().filter(History::open).toList();
        if (open.stream().anyMatch(history -> history.acceptance().equals(accepted.id()))) {
            return Optional.empty();
        }
        List<String> names = open.stream().map(History::key).distinct().toList();
        return Optional.of(accepted.id() + " accepts nothing of " + accepted.assertion() + " in this month, which has "
                + (names.isEmpty()
                        ? "nothing that deviates."
                        : names.size() + " that deviate" + (names.size() == 1 ? "s" : "") + ". "
                                + Problem.didYouMean(accepted.item(), names)));
    }
}
