package io.exhibit.render;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.evidence.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a finding has its row among the exceptions, so that other pages lead there. */
final class FindingAnchors {

    /** Of a listing that is printed apart: nothing leads into it. */
    static final FindingAnchors NONE = new FindingAnchors();

    private final Map<Row, String> anchors = new HashMap<>();

    private record Row(String test, Target target, String key) {}

    private FindingAnchors() {}

    FindingAnchors(Findings findings) {
        add(findings.only(Finding::open));
        add(findings.only(Finding::accepted));
        add(findings.only(f -> !f.history().open()));
        add(findings.events());
    }

    private void add(List<Finding> list) {
        list.stream()
                .limit(Listings.findings(list.size()))
                .forEach(finding -> anchors.put(row(finding), "finding" + (anchors.size() + 1)));
    }

    private static Row row(Finding finding) {
        return new Row(
                finding.test().assertion().id(),
                finding.history().target(),
                finding.history().key());
    }

    /** "" of one whose row is in no list of the report: it stands in a file apart. */
    String of(Finding finding) {
        return anchors.getOrDefault(row(finding), "");
    }
}
