package io.exhibit.evaluate;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The run itself as populations: its accounts, and its accounts by region, with what was not answered there. */
final class CollectionRecords {

    /** ARNs of who calls (IAM user guide, IAM identifiers); a path stands before the name of a user, and not of a role that was taken. */
    private static final Pattern CALLER = Pattern.compile("arn:[a-z-]+:(?:iam|sts)::(?<account>[0-9]{12}):"
            + "(?:user/(?:[^/]+/)*(?<user>[^/]+)|assumed-role/(?<role>[^/]+)/[^/]+)");

    private final RunRecord run;
    private final Targets targets;

    CollectionRecords(RunRecord run, Targets targets) {
        this.run = run;
        this.targets = targets;
    }

    List<Record> of(String reading) {
        return reading.equals(Vocabulary.ACCOUNTS) ? accounts() : targets();
    }

    private List<Record> accounts() {
        List<Record> records = new ArrayList<>();
        for (Account account : run.accounts()) {
            List<Unit> units = run.units().stream()
                    .filter(u -> u.target().account().equals(account.id()))
                    .toList();
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("account", account.id());
            members.put("name", account.name());
            members.put("state", account.state());
            members.put("management", account.management());
            members.put("path", account.path());
            targets.ephi(account.id()).ifPresent(said -> members.put("ephi", said));
            members.put("in_scope", targets.inScope(account.id()));
            members.put("caller", caller(account.id()));
            answered(members, units);
            records.add(record(Vocabulary.ACCOUNTS, Target.global(account.id()), account.id(), members));
        }
        return records;
    }

    /** Who the run began as, where that account is its own, as policies say whom they bind: "user NAME", "role NAME"; otherwise "". */
    private String caller(String account) {
        Matcher arn = CALLER.matcher(run.identity());
        if (!arn.matches() || !arn.group("account").equals(account)) {
            return "";
        }
        return arn.group("user") == null ? "role " + arn.group("role") : "user " + arn.group("user");
    }

    private List<Record> targets() {
        List<Record> records = new ArrayList<>();
        for (Target target : targets.all()) {
            Map<String, Object> members = targets.members(target);
            answered(members, targets.unit(target).stream().toList());
            records.add(record(Vocabulary.TARGETS, target, target.toString(), members));
        }
        return records;
    }

    private static void answered(Map<String, Object> members, List<Unit> units) {
        List<Part> parts = units.stream().flatMap(u -> u.parts().stream()).toList();
        List<Gap> gaps = parts.stream().flatMap(p -> p.gaps().stream()).toList();
        boolean asked =
                !units.isEmpty() && units.stream().noneMatch(u -> u.parts().isEmpty());
        long calls = parts.stream().mapToLong(Part::calls).sum();
        members.put("calls", calls);
        if (calls > 0) {
            // Where nothing was asked, no list has ended either; absent, so that nobody takes that for all of them.
            members.put(
                    "lists", parts.stream().mapToLong(p -> p.lists().begun()).sum());
            members.put(
                    "lists_ended",
                    parts.stream().mapToLong(p -> p.lists().ended()).sum());
            members.put(
                    "pages", parts.stream().mapToLong(p -> p.lists().pages()).sum());
        }
        members.put("answered", asked && gaps.isEmpty());
        members.put("gaps", (long) gaps.size());
        members.put("causes", asked ? causes(units, gaps) : List.of("not asked"));
    }

    /** Where no call was made at all, which calls these would have been says nothing. */
    private static List<String> causes(List<Unit> units, List<Gap> gaps) {
        boolean called = units.stream().flatMap(u -> u.parts().stream()).anyMatch(p -> p.calls() > 0);
        return gaps.stream()
                .map(gap -> called ? words(gap) : gap.cause().words())
                .distinct()
                .toList();
    }

    /** A gap in one line: the operation and why it brought nothing. */
    static String words(Gap gap) {
        return gap.call().operation() + ": " + gap.cause().words();
    }

    /** Several gaps in one line; the same words once. */
    static String words(List<Gap> gaps) {
        return gaps.stream().map(CollectionRecords::words).distinct().collect(Collectors.joining("; "));
    }

    private static Record record(String reading, Target target, String key, Map<String, Object> members) {
        return new Record(reading, target, key, members, List.of(), null);
    }
}
