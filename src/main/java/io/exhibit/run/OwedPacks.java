package io.exhibit.run;

import io.exhibit.seal.Vault;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which packs the schedule has asked for and the log does not hold: what a node that was down has to make good. */
public final class OwedPacks {

    private OwedPacks() {}

    /**
     * Months since the first run, oldest first, for which a pack was due by now.
     *
     * @param due when the pack of the month before is due
     * @param name of the pack of a month
     */
    public static List<YearMonth> months(
            Vault vault, DueTimes due, ZoneId zone, Function<YearMonth, String> name, Instant now) {
        Optional<Instant> first = vault.runIds().stream().map(RunIds::due).min(Instant::compareTo);
        if (first.isEmpty()) {
            return List.of();
        }
        YearMonth begun = YearMonth.from(first.get().atZone(zone));
        return due.between(first.get(), now.plusMillis(1)).stream()
                .map(instant -> YearMonth.from(instant.atZone(zone)).minusMonths(1))
                .distinct()
                .filter(month -> !month.isBefore(begun) && !vault.packs().containsKey(name.apply(month)))
                .toList();
    }
}
