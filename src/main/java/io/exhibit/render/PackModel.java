package io.exhibit.render;

import io.exhibit.assessment.Findings;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.control.Framework;
import io.exhibit.control.Register;
import io.exhibit.control.Scope;
import io.exhibit.control.Wording;
import io.exhibit.evidence.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that the templates see: maps, lists, texts and truth values, every text made visible. Numbers and dates are
 * texts already, so that they look the same everywhere.
 */
final class PackModel {

    private PackModel() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> of(PackContent content, VisibleText visible) {
        Accounts accounts = new Accounts(content);
        PeriodAssessment assessment = content.assessment();
        Calendar calendar = new Calendar(
                assessment.period(),
                assessment.days(),
                accounts.scope(),
                assessment.book().entries(Register.MISSED, assessment.period().last()));
        Findings findings = new Findings(assessment);
        FindingAnchors anchors = new FindingAnchors(findings);
        FindingRows rows = new FindingRows(content, accounts, anchors);
        TestPages tests = new TestPages(content, accounts, rows);
        UnitPages units = new UnitPages(content, calendar, tests, findings);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("pack", pack(content));
        model.put("statement", new StatementPages(content, calendar).model());
        model.put("summary", new SummaryPages(content, findings, calendar, rows).model());
        model.put("since", new SincePages(content, units).model());
        model.put("reach", ReachPages.model(assessment.book()));
        model.put("scope", new ScopePages(content, accounts).model());
        model.put("books", new BookPages(content).model());
        model.put("responsibility", new ResponsibilityPages(content, accounts, units).model());
        model.put("method", new MethodPages(content).model());
        model.put(
                "collection",
                new CollectionPages(content, accounts, calendar, new Completeness(content, tests, units))
                        .model(new OffRows(assessment, accounts, findings, rows)));
        model.put("hours", new HoursPages(content).model());
        model.put("units", units.model());
        model.put("exceptions", new ExceptionPages(content, findings, rows, tests).model());
        model.put("recurring", new RecurringNames(content, findings, accounts, anchors).model());
        model.put("times", new TimePages(content, findings, rows).model());
        model.put("changes", new ChangePages(content, accounts).model());
        model.put("documents", DocumentPages.rows(assessment.documents(), assessment));
        model.put("populations", new PopulationPages(content, accounts).model());
        model.put("manifest", new ManifestPages(content).model());
        model.put("index", new IndexPages(content, units).model());
        return (Map<String, Object>) visible.of(model);
    }

    private static String issue(Issue issue) {
        String name = "issue " + issue.number();
        return issue.waits() ? "DRAFT of " + name : issue.draft() ? "DRAFT, not issued" : name;
    }

    private static String approval(Issue.Approved approved) {
        String by = approved.by().isEmpty() ? "a person whom the entity’s log names" : approved.by();
        return by + ", " + Words.minute(approved.at())
                + (approved.reason().isEmpty() ? "" : ". " + Words.sentence(approved.reason()));
    }

    /** Whom a pack is of, where a name has to stand: on the cover, at the head of each page, in the file's own title. */
    static String named(Scope scope) {
        return scope.entity().isBlank() ? "Entity not named in scope.yaml" : scope.entity();
    }

    static Map<String, Object> pack(PackContent content) {
        PeriodAssessment assessment = content.assessment();
        Framework framework = assessment.book().framework();
        Issue issue = content.issue();
        PackContent.Log log = content.log();
        Map<String, Object> pack = new LinkedHashMap<>();
        pack.put("id", issue.pack());
        pack.put("issue", issue(issue));
        pack.put("waits", issue.waits());
        pack.put("approval", issue.approved().map(PackModel::approval).orElse(""));
        pack.put("again", issue.number() > 1);
        pack.put("reason", Words.sentence(issue.reason()));
        pack.put("draft", issue.draft());
        pack.put("issued", Words.minute(issue.at()));
        pack.put("previous", issue.previous().orElse("none in this log"));
        pack.put("entity", assessment.book().scope().entity());
        pack.put("named", named(assessment.book().scope()));
        pack.put("kind", assessment.book().scope().kind());
        pack.put("classification", assessment.book().scope().classification());
        pack.put("contact", assessment.book().scope().contact());
        pack.put("later", issue.later());
        pack.put("framework", framework.title());
        pack.put("shortFramework", framework.title().split(",", 2)[0]);
        pack.put("limits", framework.limits());
        pack.put("words", words(framework));
        pack.put("edition", framework.edition());
        pack.put("reviewer", framework.reviewer());
        pack.put("period", Words.period(assessment.period()));
        pack.put("first", Words.date(assessment.period().first()));
        pack.put("last", Words.date(assessment.period().last()));
        pack.put("zone", assessment.period().zone().getId());
        pack.put(
                "lastReading",
                content.newest().map(run -> Words.minute(run.finished())).orElse("none"));
        pack.put("lastRun", content.newest().map(RunRecord::id).orElse("RUN"));
        pack.put("identity", identity(content.runs()));
        pack.put("origin", log.origin());
        pack.put(
                "stamp", Map.of("given", log.stamp().given(), "why", log.stamp().why()));
        pack.put("size", Words.count(log.size()));
        pack.put("root", Words.grouped(log.root()));
        pack.put(
                "rootStart",
                Words.grouped(log.root().substring(0, Math.min(16, log.root().length()))));
        pack.put("simulated", content.simulated());
        pack.put("endpoint", content.endpoint());
        pack.put("tool", content.tool());
        pack.put(
                "format",
                content.attachments().stream()
                        .map(PackContent.Attachment::name)
                        .filter(PackContent.FORMAT_PAGE::equals)
                        .findFirst()
                        .orElse(""));
        pack.put("digests", digests(content));
        pack.put("masked", masked(content.masked()));
        pack.put(
                "attachments",
                content.attachments().stream()
                        .map(a -> Map.of("name", a.name(), "description", a.description()))
                        .toList());
        return pack;
    }

    /** How the framework's own things are called; whose words its texts are is "" when they are ours. */
    private static Map<String, Object> words(Framework framework) {
        Wording wording = framework.wording();
        return Map.of(
                "author", wording.author(),
                "unit", wording.unit(),
                "units", wording.units(),
                "whole", wording.whole(),
                "decision", wording.decision(),
                "crosswalk",
                        wording.crosswalk().isEmpty() ? "" : wording.crosswalk().get(0),
                "unseen", wording.unseen(),
                "reading", wording.reading(),
                "facts",
                        framework.controls().stream()
                                .anyMatch(unit -> !unit.condition().isEmpty()));
    }

    private static Map<String, Object> masked(PackContent.Masked masked) {
        List<Map<String, String>> kinds = masked.values().entrySet().stream()
                .map(kind -> Map.of("name", kind.getKey().replace('-', ' '), "count", Words.count(kind.getValue())))
                .toList();
        long all = masked.values().values().stream().mapToLong(count -> count).sum();
        return Map.of(
                "profile", masked.profile(),
                "kinds", kinds,
                "words",
                        kinds.stream()
                                .map(kind -> kind.get("name") + " " + kind.get("count"))
                                .collect(Collectors.joining(", ")),
                "all", Words.count(all, "value is masked", "values are masked"),
                "files", Words.count(masked.files(), "file", "files"),
                "bytes", Words.count(masked.bytes()),
                "copies", masked.copies());
    }

    private static String identity(List<RunRecord> runs) {
        return runs.stream()
                .map(RunRecord::identity)
                .filter(identity -> !identity.isEmpty())
                .reduce((older, newer) -> newer)
                .orElse("");
    }

    /** What has no file has no digest; then words stand in its place. */
    private static Map<String, String> digest(String name, String value) {
        return value.matches("[0-9a-f]{64}")
                ? Map.of("name", "SHA-256 of " + name, "value", Words.grouped(value))
                : Map.of("name", Character.toUpperCase(name.charAt(0)) + name.substring(1), "value", value);
    }

    private static List<Map<String, String>> digests(PackContent content) {
        Map<String, String> all = new TreeMap<>(content.digests());
        all.putIfAbsent("book", content.assessment().book().digest());
        return all.entrySet().stream()
                .map(digest -> digest(digest.getKey(), digest.getValue()))
                .toList();
    }
}
