package io.exhibit.run.watch;

import io.exhibit.assessment.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Days without evidence: those that follow each other are one alarm, and the first one with evidence ends it. */
final class Nights {

    /** How long a collection may be under way before its day counts as missed. */
    static final Duration PATIENCE = Duration.ofHours(6);

    /** How old evidence may be for a test of how things stand at the end of a month (decision 16). */
    static final Duration FRESH = Duration.ofHours(48);

    private final ZoneId zone;

    Nights(ZoneId zone) {
        this.zone = zone;
    }

    /** @param days on which a collection was due, in order, from the first run of the log on */
    List<Alarm> of(List<Day> days, Instant now) {
        List<Alarm> alarms = new ArrayList<>();
        List<Day> bad = new ArrayList<>();
        for (Day day : days) {
            if (hasEvidence(day)) {
                if (!bad.isEmpty()) {
                    alarms.add(alarm(bad, Optional.of(day)));
                    bad.clear();
                }
            } else if (day.run().isPresent() || day.due().isBefore(now.minus(PATIENCE))) {
                bad.add(day);
            }
        }
        if (!bad.isEmpty()) {
            alarms.add(alarm(bad, Optional.empty()));
        }
        return alarms;
    }

    /** @param newest end of the last run with evidence, or of the first one at all when none has any */
    List<Alarm> stale(Instant newest, Instant now) {
        Instant since = newest.plus(FRESH);
        return now.isBefore(since)
                ? List.of()
                : List.of(Alarm.on(
                        AlarmKind.STALE,
                        "",
                        since,
                        "",
                        "No new evidence for 48 hours",
                        List.of("the newest evidence is of " + Lines.time(newest, zone))));
    }

    private Alarm alarm(List<Day> bad, Optional<Day> good) {
        Day first = bad.get(0);
        Day last = bad.get(bad.size() - 1);
        List<String> facts = new ArrayList<>();
        facts.add(
                bad.size() == 1
                        ? "due at " + Lines.time(first.due(), zone)
                        : bad.size() + " were due, the first at " + Lines.time(first.due(), zone) + ", the last at "
                                + Lines.time(last.due(), zone));
        facts.add("reason: " + Lines.line(last.reason()));
        good.ifPresent(day -> {
            facts.add("collected again at " + Lines.time(day.due(), zone));
            facts.add("nothing brings back what was missed: the month's pack lists it, and test COL-03 deviates");
        });
        Alarm alarm = Alarm.on(
                AlarmKind.COLLECTION,
                first.due().toString(),
                first.due(),
                // The reason without what differs from night to night, such as a request id.
                last.reason().split(":", 2)[0],
                (bad.size() == 1
                                ? "No evidence of " + first.date()
                                : "No evidence of " + bad.size() + " collections since " + first.date())
                        + ": " + Lines.line(last.reason().split(":", 2)[0]),
                facts);
        return good.map(day -> alarm.over(day.run().orElseThrow().finished())).orElse(alarm);
    }

    private static boolean hasEvidence(Day day) {
        return day.run()
                .filter(run -> switch (run.outcome()) {
                    case COMPLETE, GAPS -> true;
                    case FAILED, MISSED -> false;
                })
                .isPresent();
    }
}
