package io.exhibit.render;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Spell;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was asked of every account and region and was read as not so there: on which days, the same test and days in one row. */
final class OffRows {

    private static final String TARGETS = "collection.targets";

    private static final Comparator<Same> ORDER =
            Comparator.comparing(Same::test).thenComparing(Same::from).thenComparing(Same::to);

    private final Findings findings;
    private final Accounts accounts;
    private final FindingRows rows;
    private final List<LocalDate> sealed;
    private final LocalDate first;

    private record Same(String test, String says, String from, String to) {}

    OffRows(PeriodAssessment assessment, Accounts accounts, Findings findings, FindingRows rows) {
        this.accounts = accounts;
        this.findings = findings;
        this.rows = rows;
        this.first = assessment.period().first();
        this.sealed = assessment.days().stream()
                .filter(Calendar::sealed)
                .map(Day::date)
                .sorted()
                .toList();
    }

    List<Map<String, Object>> all() {
        Map<Same, List<Finding>> all = new TreeMap<>(ORDER);
        for (Finding finding : findings.only(OffRows::ofPlaces)) {
            List<Spell> spells = finding.history().spells();
            for (Spell spell : spells) {
                if (spell.closed() == null || spell.closed().isAfter(first)) {
                    boolean before = finding.history().orBefore() && spell.equals(spells.get(0));
                    all.computeIfAbsent(
                                    new Same(
                                            finding.test().assertion().id(),
                                            finding.test().assertion().says(),
                                            (before ? "on or before " : "") + Words.date(spell.opened()),
                                            end(spell)),
                                    s -> new ArrayList<>())
                            .add(finding);
                }
            }
        }
        return all.entrySet().stream()
                .map(same -> row(same.getKey(), same.getValue()))
                .toList();
    }

    private static boolean ofPlaces(Finding finding) {
        return finding.test().assertion().source().equals(TARGETS)
                && !finding.test().assertion().serves().isEmpty();
    }

    private String end(Spell spell) {
        return spell.closed() == null
                ? "open at the end"
                : sealed.stream()
                        .filter(day -> day.isBefore(spell.closed()))
                        .reduce((one, later) -> later)
                        .map(LocalDate::toString)
                        .orElse("before the period");
    }

    private Map<String, Object> row(Same same, List<Finding> of) {
        Map<String, List<String>> regions = new LinkedHashMap<>();
        for (Finding finding : of) {
            Target target = finding.history().target();
            regions.computeIfAbsent(accounts.printed(target.account()), a -> new ArrayList<>())
                    .add(target.isGlobal() ? "account-wide" : target.region());
        }
        return Map.of(
                "test", same.test(),
                "says", same.says(),
                "where",
                        regions.entrySet().stream()
                                .map(account -> account.getKey() + ": " + String.join(", ", account.getValue()))
                                .toList(),
                "from", same.from(),
                "to", same.to(),
                "anchor", rows.row(of.get(0)).get("anchor"));
    }
}
