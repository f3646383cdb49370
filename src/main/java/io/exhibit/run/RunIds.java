package io.exhibit.run;

import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of runs, and records of runs that have no evidence. */
final class RunIds {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunIds() {}

    /** The due instant, such as {@code 2026-10-05T021500Z}; with {@code -2}, {@code -3} when that is taken. */
    static String free(Instant due, List<RunRecord> log) {
        Set<String> taken = log.stream().map(RunRecord::id).collect(Collectors.toSet());
        String name = FORM.format(due);
        String id = name;
        for (int n = 2; taken.contains(id); n++) {
            id = name + "-" + n;
        }
        return id;
    }

    static RunRecord without(
            String id,
            Instant due,
            Instant started,
            Instant finished,
            Outcome outcome,
            String reason,
            String endpoint,
            Map<String, String> digests) {
        return new RunRecord(
                id, due, started, finished, outcome, reason, endpoint, "", "", List.of(), digests, List.of());
    }
}
