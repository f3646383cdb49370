package io.exhibit.console.month;

import io.exhibit.assessment.ControlResult;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Say;
import io.exhibit.control.Assertion;
import io.exhibit.control.Control;
import io.exhibit.run.watch.Alarm;
import io.exhibit.run.watch.Alarm.Concern;
import io.exhibit.run.watch.AlarmKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What needs a person: what it is, who is to act, and until when. */
final class Persons {

    /** Of one kind; the others are folded away. */
    private static final int NAMED = 5;

    /** Owners that are named where one thing touches the units of several. */
    private static final int OWNERS = 3;

    private final Standing standing;
    private final LocalDate today;
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, Assertion> tests = new HashMap<>();

    Persons(Standing standing) {
        this.standing = standing;
        this.today = LocalDate.ofInstant(
                standing.at(), standing.month().assessment().period().zone());
        for (ControlResult unit : standing.month().assessment().controls()) {
            Control control = unit.control();
            owners.put(control.citation(), control.owner());
        }
        standing.month()
                .assessment()
                .tests()
                .forEach(test -> tests.put(test.assertion().id(), test.assertion()));
    }

    /** Who answers for the units that a test serves, by name. */
    SortedSet<String> owners(Assertion test) {
        return owners(test.serves().keySet());
    }

    private SortedSet<String> owners(Collection<String> citations) {
        SortedSet<String> found = new TreeSet<>();
        citations.forEach(citation -> found.add(owners.getOrDefault(citation, "")));
        found.remove("");
        return found;
    }

    /** Those of a kind together: what is to be done about them is the same. */
    List<Map<String, Object>> rows() {
        Map<AlarmKind, List<Alarm>> kinds = new EnumMap<>(AlarmKind.class);
        standing.alarms()
                .forEach(alarm -> kinds.computeIfAbsent(alarm.kind(), kind -> new ArrayList<>())
                        .add(alarm));
        List<Map<String, Object>> rows = new ArrayList<>();
        kinds.forEach((kind, alarms) -> {
            Remedy remedy = Remedy.of(kind);
            rows.add(Map.of(
                    "kind", kind.headline(),
                    "meaning", kind.meaning(),
                    "todo", remedy.words(),
                    "path", remedy.path() == null ? "" : remedy.path(),
                    "link", remedy.link(),
                    "count", Say.count(alarms.size()),
                    "first",
                            alarms.stream()
                                    .limit(NAMED)
                                    .map(each -> row(each, remedy))
                                    .toList(),
                    "others",
                            alarms.stream()
                                    .skip(NAMED)
                                    .map(each -> row(each, remedy))
                                    .toList()));
        });
        return rows;
    }

    private Map<String, Object> row(Alarm alarm, Remedy remedy) {
        Concern concern = alarm.concern();
        LocalDate by = concern.by();
        long late = by == null ? 0 : Math.max(0, today.toEpochDay() - by.toEpochDay());
        String[] key = alarm.kind() == AlarmKind.ENTRY ? alarm.key().split(":", 3) : new String[] {"", "", ""};
        String entry = key[1].equals("register") ? key[2].substring(0, key[2].lastIndexOf(':')) : key[2];
        return Map.of(
                "what", alarm.headline(),
                "form", form(key[1], entry),
                "entry", entry,
                "facts", alarm.facts(),
                "since", Say.since(alarm.since()),
                "by", by == null ? "" : by.toString(),
                "late", late == 0 ? "" : Say.count(late, "day", "days") + " late",
                "who", who(concern, remedy),
                "tests", concern.tests().stream().filter(tests::containsKey).toList());
    }

    /** Where an entry of the book that runs out is renewed, below the month. */
    private static String form(String sort, String entry) {
        String end = "/" + URLEncoder.encode(entry, StandardCharsets.UTF_8).replace("+", "%20");
        return switch (sort) {
            case "document" -> "/book/documents" + end;
            case "decision" -> "/book/decisions" + end;
            case "register" -> "/book/registers" + end;
            case "acceptance" -> "/book/acceptances";
            default -> "";
        };
    }

    private String who(Concern concern, Remedy remedy) {
        SortedSet<String> found = owners(concern.units());
        concern.tests().stream().filter(tests::containsKey).forEach(test -> found.addAll(owners(tests.get(test))));
        if (found.isEmpty()) {
            return remedy.who();
        }
        String named = String.join(", ", found.stream().limit(OWNERS).toList());
        return found.size() <= OWNERS ? named : named + " and " + Say.count(found.size() - OWNERS, "other", "others");
    }
}
