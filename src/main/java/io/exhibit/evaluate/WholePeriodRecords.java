package io.exhibit.evaluate;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Keeping;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Populations that are there only when a period is bound: the days on which a collection was due, and the sealed runs of the period with
 * how their files were found and what keeps them from being deleted.
 */
final class WholePeriodRecords {

    private static final Target ORGANIZATION = Target.global("organization");

    private final List<Day> days;
    private final List<Keeping> keepings;
    private final Map<String, LocalDate> dates = new LinkedHashMap<>();

    /** @param last day of a run that counts for no day */
    WholePeriodRecords(List<Day> days, List<Keeping> keepings, LocalDate last) {
        this.days = days;
        this.keepings = keepings;
        days.forEach(day -> dates.put(day.date().toString(), day.date()));
        keepings.forEach(keeping -> dates.put(keeping.run(), last));
        days.forEach(day -> day.run().ifPresent(run -> dates.put(run.id(), day.date())));
    }

    List<Record> of(String reading) {
        List<Record> records = new ArrayList<>();
        if (reading.equals(Vocabulary.SCHEDULE)) {
            days.forEach(day -> records.add(record(reading, day.date().toString(), due(day))));
        } else {
            keepings.forEach(keeping -> records.add(record(reading, keeping.run(), kept(keeping, reading))));
        }
        return records;
    }

    /** The day that a record belongs to. */
    LocalDate date(String key) {
        return dates.get(key);
    }

    /** Why nobody can say what is asked, or "". */
    String unknown(String reading) {
        if (reading.equals(Vocabulary.SCHEDULE)) {
            return days.isEmpty() ? "No collection was due in the period." : "";
        }
        if (keepings.isEmpty()) {
            return "No run of the period was looked at where it is kept.";
        }
        return reading.equals(Vocabulary.RETENTION)
                        && keepings.stream().anyMatch(kept -> kept.lock().isEmpty())
                ? "The vault is a folder, and nothing enforces that a folder is kept: this was not evaluated."
                : "";
    }

    private static Map<String, Object> due(Day day) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("day", day.date().toString());
        members.put("due", day.due());
        members.put(
                "outcome",
                day.run().map(r -> r.outcome()).orElse(Outcome.MISSED).name().toLowerCase(Locale.ROOT));
        members.put("reason", day.reason());
        return members;
    }

    private static Map<String, Object> kept(Keeping keeping, String reading) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("run", keeping.run());
        if (reading.equals(Vocabulary.FIXITY)) {
            members.put("files", keeping.files());
            members.put("changed", keeping.changed());
            return members;
        }
        // Six years are counted in days, and from the day on which the record was made.
        members.put(
                "since",
                keeping.finished()
                        .atZone(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant());
        keeping.lock().ifPresent(lock -> {
            members.put("objects", lock.objects());
            members.put("locked", lock.locked());
            members.put("mode", lock.mode().isEmpty() ? "none" : lock.mode());
            lock.until().ifPresent(until -> members.put("until", until));
        });
        return members;
    }

    private static Record record(String reading, String key, Map<String, Object> members) {
        return new Record(reading, ORGANIZATION, key, members, List.of(), null);
    }
}
