package io.exhibit.console.frame;

import io.exhibit.assessment.Day;
import io.exhibit.control.Blind;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was read of each account on each day, by source; worked out once for a month, because it goes over every unit of every run. */
public final class CoverageMarks {

    private final SortedSet<String> accounts = new TreeSet<>();
    private final List<Map<String, Map<String, String>>> days;

    /** Most accounts and days say the same: there is one map of each kind. */
    private final Map<Map<String, String>, Map<String, String>> kinds = new HashMap<>();

    CoverageMarks(List<Day> days, List<RunRecord> runs, Scope scope) {
        for (RunRecord run : runs) {
            run.units().forEach(unit -> accounts.add(unit.target().account()));
        }
        this.days = days.stream().map(day -> marks(day, scope)).toList();
    }

    /** Those that were asked. */
    public SortedSet<String> accounts() {
        return accounts;
    }

    /** Of each day by source: "read" when every region answered, "partly" when one did not; nothing of what was not asked. */
    public List<Map<String, String>> of(String account) {
        return days.stream().map(day -> day.getOrDefault(account, Map.of())).toList();
    }

    /** Whether nothing was collected on a day, of no account. */
    public boolean missed(int day) {
        return days.get(day).isEmpty();
    }

    /** On how many days, source by source, not everything answered. */
    public long partly(String account) {
        return of(account).stream()
                .flatMap(day -> day.values().stream())
                .filter("partly"::equals)
                .count();
    }

    private Map<String, Map<String, String>> marks(Day day, Scope scope) {
        Map<String, Map<String, String>> marks = new HashMap<>();
        List<Unit> units = day.run().map(RunRecord::units).orElse(List.of());
        for (Unit unit : units) {
            Map<String, String> ofAccount = marks.computeIfAbsent(unit.target().account(), any -> new TreeMap<>());
            unit.parts().forEach(part -> ofAccount.putIfAbsent(part.source(), "read"));
        }
        Blind.of(units, scope)
                .forEach(blind -> marks.get(blind.target().account()).put(blind.source(), "partly"));
        marks.replaceAll((account, ofAccount) -> kinds.computeIfAbsent(ofAccount, kind -> kind));
        return marks;
    }
}
