package io.exhibit.render;

import io.exhibit.assessment.TestResult;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import java.util.Map;

/** Where everything is: the runs in the vault, and the page of every unit and test. */
final class IndexPages {

    private final PackContent content;
    private final UnitPages units;

    IndexPages(PackContent content, UnitPages units) {
        this.content = content;
        this.units = units;
    }

    Map<String, Object> model() {
        return Map.of(
                "runs", content.runs().stream().map(this::run).toList(),
                "lead", lead(),
                "bytes",
                        Words.count(content.runs().stream()
                                .mapToLong(IndexPages::bytes)
                                .sum()),
                "files",
                        Words.count(content.runs().stream()
                                .mapToLong(IndexPages::files)
                                .sum()),
                "tests", content.assessment().tests().stream().map(this::test).toList(),
                "units",
                        content.assessment().controls().stream()
                                .filter(unit -> unit.mapped())
                                .map(units::line)
                                .toList());
    }

    private Map<String, Object> run(RunRecord run) {
        return Map.of(
                "id", run.id(),
                "started", Words.minute(run.started()),
                "outcome", Words.of(run.outcome()),
                "reason", run.reason(),
                "files", Words.count(files(run)),
                "bytes", Words.count(bytes(run)),
                "gaps", gaps(run, true),
                "gapsOutside", gaps(run, false),
                "sha256", Words.grouped(content.runDigests().getOrDefault(run.id(), "")));
    }

    /** A night that was missed is in the log, and is no run. */
    private String lead() {
        long missed = count(Outcome.MISSED);
        long failed = count(Outcome.FAILED);
        return Words.count(content.runs().size() - missed - failed, "run", "runs")
                + " with evidence"
                + (missed == 0 ? "" : ", " + Words.count(missed) + " missed")
                + (failed == 0 ? "" : ", " + Words.count(failed) + " failed");
    }

    private long count(Outcome outcome) {
        return content.runs().stream().filter(run -> run.outcome() == outcome).count();
    }

    private String gaps(RunRecord run, boolean inScope) {
        Scope scope = content.assessment().book().scope();
        return Words.count(run.units().stream()
                .filter(unit -> scope.inScope(unit.target()) == inScope)
                .flatMap(unit -> unit.parts().stream())
                .mapToLong(part -> part.gaps().size())
                .sum());
    }

    private static long bytes(RunRecord run) {
        return run.units().stream().mapToLong(Unit::bytes).sum();
    }

    private static long files(RunRecord run) {
        return run.units().stream().filter(unit -> !unit.file().isEmpty()).count();
    }

    private Map<String, Object> test(TestResult test) {
        String home = units.home(test.assertion().id());
        return Map.of(
                "id", test.assertion().id(),
                "says", test.assertion().says(),
                "citation", home.isEmpty() ? "Completeness tests" : home,
                "anchor", home.isEmpty() ? "completeness" : units.anchor(home),
                "verdict", test.verdict().words(),
                "style", Words.of(test.verdict()).replace(' ', '-'));
    }
}
