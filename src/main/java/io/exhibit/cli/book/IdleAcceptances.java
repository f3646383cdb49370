package io.exhibit.cli.book;

import io.exhibit.assessment.History;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Problem;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.evaluate.Wildcards;
import io.exhibit.run.PreviewRun.Month;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
                                + why(accepted, open, names)));
    }

    /** What keeps it from what deviates: how the item is written, the account, its dates, or another acceptance. */
    private static String why(RiskAcceptance accepted, List<History> open, List<String> names) {
        List<History> named = open.stream()
                .filter(history -> Wildcards.match(accepted.item(), history.key(), false))
                .toList();
        if (named.isEmpty()) {
            return Problem.didYouMean(accepted.item(), names);
        }
        Set<String> accounts = named.stream()
                .map(history -> history.target().account())
                .collect(Collectors.toCollection(TreeSet::new));
        List<History> there = named.stream()
                .filter(history -> accepted.reaches(history.target().account()))
                .toList();
        if (there.isEmpty()) {
            return "Such an item deviates in " + String.join(", ", accounts) + ", and not in " + accepted.account()
                    + ".";
        }
        LocalDate last = there.stream()
                .map(History::lastSeen)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (accepted.approved() != null && accepted.approved().isAfter(last)) {
            return "It counts from " + accepted.approved() + " on, when it was signed; the last day that was judged is "
                    + last + ".";
        }
        if (accepted.expires() != null && accepted.expires().isBefore(last)) {
            return "It ended on " + accepted.expires() + "; the last day that was judged is " + last + ".";
        }
        if (!accepted.counts(last)) {
            return "Without approver, date, end and reason it does not count.";
        }
        if (accepted.account().isEmpty() && accounts.size() > 1) {
            return "It names no account, and such an item deviates in " + String.join(", ", accounts) + ".";
        }
        String others = there.stream()
                .map(History::acceptance)
                .filter(id -> !id.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? "What keeps it from that is not known here: it names the item, and counted on " + last + "."
                : "Another one accepts it already: " + others + ".";
    }
}
