package io.exhibit.run;

import io.exhibit.assessment.Inheritance;
import io.exhibit.assessment.Inheritance.Agreement;
import io.exhibit.assessment.Inheritance.Report;
import io.exhibit.control.Book;
import io.exhibit.control.Parameter;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Evidence;
import io.exhibit.evidence.Evidence.Coverage;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.read.RunEvidence;
import io.exhibit.seal.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads from the last run with evidence what the entity inherits from AWS. */
final class Inherited {

    private static final String REPORTS = "artifact.reports";
    private static final String ACCOUNTS = "organizations.accounts";
    private static final String AGREEMENTS = "artifact.agreements";

    private final Vault vault;
    private final Catalog catalog;
    private final Book book;

    Inherited(Vault vault, Catalog catalog, Book book) {
        this.vault = vault;
        this.catalog = catalog;
        this.book = book;
    }

    Inheritance of(List<RunRecord> runs) {
        return runs.stream()
                .filter(DueDays::hasEvidence)
                .reduce((first, second) -> second)
                .map(this::of)
                .orElse(Inheritance.UNREAD);
    }

    private Inheritance of(RunRecord run) {
        Evidence evidence =
                new RunEvidence(run, catalog, (target, source, each) -> vault.exchanges(run, target, source, each));
        List<Report> reports = new ArrayList<>();
        List<Agreement> agreements = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        long[] others = {0};
        // Nothing is known until a run is seen that asked.
        String reportsUnread = "no account was asked";
        for (Target target : ReadOnce.of(run, book.scope())) {
            Coverage listed = read(evidence, target, REPORTS, record -> {
                List<String> named = naming(record);
                if (named.isEmpty()) {
                    others[0]++;
                } else {
                    reports.add(report(record, named));
                }
            });
            if (listed.known()) {
                reportsUnread = "";
            } else if (listed.asked()) {
                reportsUnread = listed.gaps().get(0).cause().words();
            }
            if (!read(evidence, target, AGREEMENTS, record -> agreements.add(agreement(record)))
                    .known()) {
                unread.add(target.account());
            }
        }
        reports.sort(Comparator.comparing(Report::series).thenComparing(Report::id));
        agreements.sort(Comparator.comparing(Agreement::account).thenComparing(Agreement::id));
        return new Inheritance(
                Optional.of(run.started()),
                reportsUnread,
                reports,
                others[0],
                unread,
                agreements,
                joined(run, evidence));
    }

    /** The organization is asked from one account, which need not be in scope itself. */
    private static Map<String, LocalDate> joined(RunRecord run, Evidence evidence) {
        Map<String, LocalDate> joined = new TreeMap<>();
        run.units().stream()
                .map(RunRecord.Unit::target)
                .filter(Target::isGlobal)
                .forEach(target -> read(evidence, target, ACCOUNTS, record -> {
                    LocalDate day = day(record, "JoinedTimestamp");
                    if (day != null) {
                        joined.put(record.key(), day);
                    }
                }));
        return joined;
    }

    private static Coverage read(Evidence evidence, Target target, String reading, Consumer<Record> each) {
        return evidence.read(target, List.of(reading), each).get(0);
    }

    /** The parameters that hold a report's id or its series, by name. */
    private List<String> naming(Record report) {
        String id = text(report, "id");
        String series = text(report, "series");
        Map<String, Parameter> named = new TreeMap<>(book.parameters());
        named.values()
                .removeIf(parameter -> !(parameter.value() instanceof List<?> list)
                        || !list.contains(id) && (series.isEmpty() || !list.contains(series)));
        return List.copyOf(named.keySet());
    }

    private static Report report(Record record, List<String> named) {
        Map<?, ?> document = record.members().get("document") instanceof Map<?, ?> map ? map : Map.of();
        return new Report(
                named,
                text(record, "id"),
                text(record, "series"),
                text(record, "name"),
                record.members().get("version") instanceof Long version ? version : 0,
                day(record, "periodStart"),
                day(record, "periodEnd"),
                text(record, "state"),
                document.get("sha256") instanceof String sha256 ? sha256 : "",
                document.get("terms_sha256") instanceof String terms ? terms : "",
                document.get("bytes") instanceof Long bytes ? bytes : 0,
                record.target().account(),
                record.provenance().requestId());
    }

    private static Agreement agreement(Record record) {
        String organization = text(record, "organizationArn");
        return new Agreement(
                record.target().account(),
                text(record, "id"),
                text(record, "name"),
                organization.substring(organization.lastIndexOf('/') + 1),
                day(record, "effectiveStart"),
                day(record, "effectiveEnd"),
                text(record, "state"),
                record.provenance().requestId());
    }

    private static String text(Record record, String member) {
        return record.members().get(member) instanceof String text ? text : "";
    }

    private static LocalDate day(Record record, String member) {
        return record.members().get(member) instanceof Instant at ? LocalDate.ofInstant(at, ZoneOffset.UTC) : null;
    }
}
