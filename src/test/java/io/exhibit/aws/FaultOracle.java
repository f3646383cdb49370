package io.exhibit.aws;

import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.Verdict;
import io.exhibit.aws.FaultBench.Case;
import io.exhibit.aws.FaultBench.Struck;
import io.exhibit.aws.FaultlessNight.Instead;
import io.exhibit.aws.NightJudge.Night;
import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.render.PrintedLog;
import io.exhibit.sandbox.FaultKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must come of a broken call: in the log, in the assessment and in the pack. Says what is otherwise. */
final class FaultOracle {

    private final FaultlessNight night;
    private final Source source;
    private final NightJudge judge;
    private final Night clean;
    private final Map<String, Reading> readings;

    FaultOracle(FaultlessNight night, Book book, Source source) {
        this.night = night;
        this.source = source;
        judge = new NightJudge(night.catalog(), book, source);
        Target target = Collecting.target(source);
        clean = judge.judge(night.with(new Instead(target, source.key(), night.brought(target, source.key()))));
        readings = source.readings().stream().collect(Collectors.toMap(Reading::key, reading -> reading));
    }

    List<String> wrong(Case broken, Struck struck) {
        List<String> wrong = new ArrayList<>();
        List<Gap> gaps = struck.collected().part().gaps();
        boolean told = isToldByItsHead(broken, struck);
        if ((broken.fault().isHarmless() || told) != gaps.isEmpty()) {
            wrong.add(gaps.isEmpty() ? "lost without a gap" : "a gap where nothing was lost: " + gaps);
        }
        for (Gap gap : gaps) {
            if (!isOf(broken, gap)) {
                wrong.add("unexpected " + gap);
            }
        }
        if (gaps.stream().map(Gap::call).distinct().count() < gaps.size()) {
            wrong.add("more than one gap for a call: " + gaps);
        }
        Night judged = judge.judge(night.with(new Instead(broken.target(), source.key(), struck.collected())));
        judge.assertions().forEach(assertion -> judged(broken, assertion, gaps, judged, wrong));
        printed(broken.target(), gaps, PrintedLog.of(judged.content()), wrong);
        return wrong;
    }

    private static boolean isOf(Case broken, Gap gap) {
        String operation = gap.call().operation();
        if (operation.equals("iam:GetCredentialReport") && broken.operation().equals("iam:GenerateCredentialReport")) {
            // A report that was never made.
            return gap.cause() == Cause.NOT_READY;
        }
        return operation.equals(broken.operation())
                && !gap.message().isBlank()
                && (broken.fault().causes().contains(gap.cause()) || isHalfAnError(broken, gap));
    }

    /** Some services say with an error that there is no such thing; of half of that error only its status is known. */
    private static boolean isHalfAnError(Case broken, Gap gap) {
        return broken.fault().kind() == FaultKind.TRUNCATED
                && gap.cause() == Cause.FAILED
                && gap.message().matches("HTTP status 4\\d\\d");
    }

    /** Others say it in the head, so that nothing is lost with half of the body. */
    private boolean isToldByItsHead(Case broken, Struck struck) {
        List<Fact> facts = struck.collected().part().facts();
        return broken.fault().kind() == FaultKind.TRUNCATED
                && facts.stream().anyMatch(fact -> fact.call().operation().equals(broken.operation()))
                && FaultCases.answers(struck.collected()).size()
                        == FaultCases.answers(night.brought(broken.target(), source.key()))
                                .size();
    }

    private void judged(Case broken, Assertion assertion, List<Gap> gaps, Night judged, List<String> wrong) {
        String id = assertion.id();
        Verdict verdict = judged.judgements().get(id).verdict();
        if (gaps.isEmpty()) {
            // How many pages it took is part of what is known about an account, and differs.
            boolean all = NightJudge.isOverAll(assertion);
            boolean same = judged.counts(id).equals(clean.counts(id))
                    && judged.sealed(id, !all).equals(clean.sealed(id, !all));
            if (!same) {
                wrong.add(id + " is judged otherwise, and nothing was lost: "
                        + judged.judgements().get(id));
            }
            return;
        }
        Set<String> blind = gaps.stream().map(gap -> gap.call().operation()).collect(Collectors.toSet());
        boolean unknown = assertion.with().isEmpty()
                        && NightJudge.isOverAll(assertion)
                        && (broken.list() || !isOfLists(assertion))
                || NightJudge.populations(assertion)
                        .filter(readings::containsKey)
                        .anyMatch(key -> readings.get(key).population().stream().anyMatch(blind::contains));
        // What the organization chose not to ask is not asked, whatever was read.
        boolean chosen = !assertion.particulars().chosenBy().isEmpty()
                && clean.judgements().get(id).verdict() == Verdict.NOT_APPLICABLE;
        if (unknown
                && !chosen
                && !NightJudge.isOfWholePeriod(assertion)
                && (verdict == Verdict.PASS || verdict == Verdict.NOT_APPLICABLE)) {
            wrong.add(id + " is " + verdict);
        }
        Set<String> conforming = new HashSet<>(judged.keys(id, State.CONFORMS));
        conforming.removeAll(clean.keys(id, State.CONFORMS));
        if (!conforming.isEmpty()) {
            wrong.add(id + " conforms by the fault: " + conforming);
        }
        Set<String> deviating = new HashSet<>(judged.keys(id, State.DEVIATES));
        deviating.removeAll(clean.keys(id, State.DEVIATES));
        if (!deviating.isEmpty() && !NightJudge.isOverAll(assertion)) {
            wrong.add(id + " deviates by the fault: " + deviating);
        }
    }

    /** Whether it asks of lists alone if they were read to their end. */
    private static boolean isOfLists(Assertion assertion) {
        return assertion.expect().text().contains("record.lists");
    }

    private void printed(Target target, List<Gap> gaps, PrintedLog log, List<String> wrong) {
        Set<PrintedLog.Line> lines =
                log.rows().stream().flatMap(row -> row.lines().stream()).collect(Collectors.toSet());
        Set<PrintedLog.Line> told = gaps.stream()
                .map(gap -> new PrintedLog.Line(
                        target.account(),
                        target.region(),
                        source.title(),
                        gap.call().toString(),
                        gap.cause().words(),
                        gap.code()))
                .collect(Collectors.toSet());
        if (log.unanswered() != gaps.size() || !lines.equals(told)) {
            wrong.add("the pack prints " + log + " for " + gaps);
        }
    }
}
