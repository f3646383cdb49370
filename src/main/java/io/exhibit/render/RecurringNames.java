package io.exhibit.render;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Changes;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.Users.User;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found, what happened and what changed about one name, put together: users, accounts from outside, and whatever deviates or
 * changes under a name of its own. It goes by the name alone, and says so.
 */
final class RecurringNames {

    /** Names that are printed, those in the most tests and kinds of change first. */
    private static final int NAMES = 8;

    /** Rows of one name. */
    private static final int ROWS = 12;

    /** How many tests and kinds of change a name must stand in. */
    private static final int LEAST = 3;

    private static final Pattern APART = Pattern.compile("[^A-Za-z0-9._@+=-]+");
    private static final Pattern OUTSIDE = Pattern.compile("\\d{12}");
    /** Otherwise a common word is taken for a name; an id that is digits alone stands beside a name that people know. */
    private static final Pattern NAME = Pattern.compile("(?=.*[g-z])(?=.*[-._@]).{5,}");

    private final PackContent content;
    private final Findings findings;
    private final Accounts accounts;
    private final FindingAnchors anchors;
    private final Map<String, Changes.Kind> kinds;

    RecurringNames(PackContent content, Findings findings, Accounts accounts, FindingAnchors anchors) {
        this.content = content;
        this.findings = findings;
        this.accounts = accounts;
        this.anchors = anchors;
        this.kinds = content.changes().kinds().stream().collect(Collectors.toMap(Changes.Kind::title, kind -> kind));
    }

    /**
     * A sentence about something.
     *
     * @param by id of the test, or the kind of change
     * @param key what it is about
     * @param words in it and in the key
     */
    private record Told(
            String by,
            LocalDate day,
            String how,
            String text,
            Target where,
            String anchor,
            String key,
            Set<String> words) {}

    Map<String, Object> model() {
        List<Told> all = told();
        Set<String> names = names(all);
        Map<String, List<Told>> byName = new TreeMap<>();
        for (Told told : all) {
            for (String word : told.words()) {
                if (names.contains(word)) {
                    byName.computeIfAbsent(word, name -> new ArrayList<>()).add(told);
                }
            }
        }
        byName.values().removeIf(rows -> sources(rows) < LEAST);
        List<Map<String, Object>> printed = byName.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Told>> e) -> -sources(e.getValue()))
                        .thenComparing(e -> -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(NAMES)
                .map(e -> name(e.getKey(), e.getValue()))
                .toList();
        return Map.of(
                "names", printed,
                "all", Words.count(byName.size()),
                "more", TestPages.more(byName.size(), NAMES),
                "least", Words.count(LEAST));
    }

    private Map<String, Object> name(String name, List<Told> rows) {
        return Map.of(
                "name", name,
                "count", Words.count(rows.size(), "place", "places"),
                "rows",
                        rows.stream()
                                .sorted(Comparator.comparing(Told::day)
                                        .thenComparing(Told::by)
                                        .thenComparing(Told::text))
                                .limit(ROWS)
                                .map(this::row)
                                .toList(),
                "more", TestPages.more(rows.size(), ROWS));
    }

    private Map<String, Object> row(Told told) {
        return Map.of(
                "by", told.by(),
                "day", Words.date(told.day()),
                "how", told.how(),
                "text", told.text(),
                "where", accounts.printed(told.where()),
                "anchor", told.anchor());
    }

    private static long sources(List<Told> rows) {
        return rows.stream().map(Told::by).distinct().count();
    }

    private List<Told> told() {
        return Stream.concat(
                        findings.everything().stream().map(this::finding),
                        content.changes().all().stream().map(this::change))
                .toList();
    }

    private Told finding(Finding finding) {
        String text = finding.history().text();
        String until = finding.history().open()
                ? finding.event() ? "" : "open"
                : (finding.event() ? "conforms since " : "closed ")
                        + Words.date(finding.history().closed());
        return new Told(
                finding.test().assertion().id(),
                finding.history().firstSeen(),
                until,
                text,
                finding.history().target(),
                anchors.of(finding),
                finding.history().key(),
                words(text + " " + finding.history().key()));
    }

    private Told change(Change change) {
        String what = change.name().isEmpty() ? change.key() : change.name();
        String values = change.differences().stream()
                .flatMap(d -> Stream.concat(d.before().stream(), d.after().stream()))
                .collect(Collectors.joining(" "));
        return new Told(
                change.kind(),
                change.seen().day(),
                change.approval().isPresent() ? "named on file" : "none on file",
                ChangeRows.how(kinds.get(change.kind()), change) + ": " + what,
                change.target(),
                ChangePages.anchor(change.kind()),
                what + " " + change.key(),
                words(what + " " + change.key() + " " + values));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(APART.split(text))
                .map(word -> word.endsWith(".") ? word.replaceFirst("[.]+$", "") : word)
                .collect(Collectors.toSet());
    }

    /** Whom to look for: no account and no region of the entity's own is a name. */
    private Set<String> names(List<Told> all) {
        Set<String> own = accounts.all().stream()
                .flatMap(account -> Stream.of(account.id(), account.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        content.runs().stream()
                .flatMap(run -> run.units().stream())
                .forEach(unit -> own.add(unit.target().region()));
        Set<String> users = content.rolls().users().all().stream()
                .filter(user -> !user.root())
                .map(User::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Stream<String> outside = all.stream()
                .flatMap(told -> told.words().stream())
                .filter(word -> OUTSIDE.matcher(word).matches());
        Stream<String> named = all.stream()
                .flatMap(told -> words(told.key()).stream())
                .filter(word -> NAME.matcher(word).matches());
        return Stream.of(users.stream(), outside, named)
                .flatMap(some -> some)
                .filter(word -> !own.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
