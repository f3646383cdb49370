package io.exhibit.run.mask;

import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Source;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is nobody's secret: our own words, the law's, AWS's names of regions, services, operations, members and states; numbers and dates. */
final class KnownWords {

    /** Counts, sizes, shares; dates and times; AWS's types of resource and names of services. */
    private static final Pattern FORM = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,3})?"
            + "|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+Z)?"
            + "|[0-9]{4}-[0-9]{2}-[0-9]{2}(?: to [0-9]{4}-[0-9]{2}-[0-9]{2})?(?:, [0-9]{4}-[0-9]{2}-[0-9]{2}(?: to [0-9]{4}-[0-9]{2}-[0-9]{2})?)*"
            + "|AWS::[A-Za-z0-9]+(?:::[A-Za-z0-9]+)*"
            + "|[a-z0-9-]+\\.amazonaws\\.com");

    private static final List<String> OWN = List.of(
            "",
            "true",
            "false",
            "none",
            "(not given)",
            "organization",
            "global",
            "no run began; it was noticed later",
            "no run is in the log",
            "is a sample and does not count",
            "lacks approver, date, expiry or reason and does not count",
            "none of the recorders that were read is one that the test can go by",
            "scheduled days",
            "ACTIVE",
            "SUSPENDED",
            "PENDING_CLOSURE",
            "CLOSED",
            "UNKNOWN",
            "NOT_LISTED",
            "Active",
            "Inactive",
            "Enabled",
            "Disabled",
            "Suspended",
            "ENABLED",
            "DISABLED",
            "EXPIRED",
            "ISSUED",
            "available",
            "in-use",
            "CRITICAL",
            "HIGH",
            "MEDIUM",
            "LOW");

    private final Set<String> words = new HashSet<>(OWN);

    KnownWords(Catalog catalog, Book book, List<RunRecord> runs) {
        Arrays.stream(Cause.values()).map(Cause::words).forEach(words::add);
        Arrays.stream(RunRecord.Outcome.values()).map(Enum::name).forEach(words::add);
        for (Source source : catalog.sources()) {
            words.add(source.key());
            words.add(source.title());
            source.operations().stream().map(Operation::name).forEach(words::add);
            source.readings().forEach(reading -> {
                words.add(reading.key());
                words.add(reading.title());
            });
        }
        catalog.types()
                .values()
                .forEach(type -> type.members().stream().map(Member::name).forEach(words::add));
        book.registers().keySet().forEach(words::add);
        book.acceptances().forEach(acceptance -> words.add(acceptance.id()));
        for (RunRecord run : runs) {
            run.units().forEach(unit -> words.add(unit.target().region()));
        }
    }

    /** Of a value in a sentence. */
    boolean isKnown(String text) {
        return words.contains(text) || FORM.matcher(text).matches();
    }

    /** Of a name: a number may be one, so only places, dates and types count. */
    boolean isPlace(String text) {
        return words.contains(text)
                || !text.matches("[0-9.]+") && FORM.matcher(text).matches();
    }
}
