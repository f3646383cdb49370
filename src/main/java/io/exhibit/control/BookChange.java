package io.exhibit.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which tests could judge a night otherwise by one book than by another: what they say to people alone does not count. */
public final class BookChange {

    /** Also where it only stands in a text: then more is judged again, and never less. */
    private static final Pattern NAMED = Pattern.compile("\\b(parameters|registers)\\.([A-Za-z_][A-Za-z0-9_]*)");

    /** Thresholds of no test: by when what deviates is to be mended. */
    private static final String MENDING = Severity.MENDING;

    private BookChange() {}

    /** Ids of the tests of the second book that the first does not have, or has otherwise. */
    public static Set<String> judgedOtherwise(Book before, Book after) {
        Map<String, String> was = new LinkedHashMap<>();
        before.nightly().forEach(test -> was.put(test.id(), judges(test, before)));
        boolean scope = places(before.scope()).equals(places(after.scope()));
        return after.assertions().stream()
                .filter(test -> !scope || !judges(test, after).equals(was.get(test.id())))
                .map(Assertion::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Ids of the tests of either book whose results for a period could come out otherwise. Empty when more than tests changed, so that every
     * unit has to be looked at: documents, decisions, the scope, the framework, or how long things may stay open.
     */
    public static Optional<Set<String>> resultsOtherwise(Book before, Book after) {
        Set<String> ids = new TreeSet<>(judgedOtherwise(before, after));
        for (BookDifference.Change change : BookDifference.between(before, after)) {
            if (change.kind().equals(BookDifference.TEST)) {
                ids.add(change.name());
                continue;
            }
            boolean seenByTests = switch (change.kind()) {
                case BookDifference.REGISTER, BookDifference.ACCEPTANCE -> true;
                case BookDifference.THRESHOLD -> !change.name().startsWith(MENDING);
                default -> false;
            };
            if (!seenByTests) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }

    /** What of a scope a night is judged by: facts about the entity are asked for the month, and by each framework others. */
    private static List<Object> places(Scope scope) {
        Map<String, Object> regions = new TreeMap<>();
        scope.regions()
                .forEach((name, region) ->
                        regions.put(name, List.of(region.inScope(), String.valueOf(region.approved()))));
        return List.of(new TreeMap<>(scope.accounts()), regions);
    }

    /** All that a judgement of a night goes by, as one text. */
    private static String judges(Assertion test, Book book) {
        List<Object> parts = new ArrayList<>(List.of(
                test.source(),
                test.with(),
                test.where().text(),
                test.expect().text(),
                test.across().text(),
                test.vanished(),
                test.deviation(),
                test.proof(),
                test.particulars().acrossNot(),
                "registers." + test.particulars().vanishedUnless(),
                new TreeMap<>(test.particulars().shows())
                        .values().stream().map(Assertion.Expression::text).toList(),
                test.particulars().chosenBy().isEmpty()
                        ? ""
                        : "parameters." + test.particulars().chosenBy()
                                + (isDecided(book, test.particulars().chosenBy()) ? " decided" : "")));
        Matcher named = NAMED.matcher(parts.toString());
        while (named.find()) {
            parts.add(
                    named.group(1).equals("parameters") ? value(book, named.group(2)) : entries(book, named.group(2)));
        }
        book.acceptances().stream()
                .filter(accepted -> accepted.assertion().equals(test.id()))
                .forEach(accepted -> parts.add(accepted.terms()));
        return parts.toString();
    }

    /** A choice counts when it is the organization's: without a policy it is the tool's default. */
    private static boolean isDecided(Book book, String name) {
        Parameter parameter = book.parameters().get(name);
        return parameter != null && !parameter.policy().isBlank();
    }

    private static String value(Book book, String name) {
        Parameter parameter = book.parameters().get(name);
        return name + "=" + (parameter == null ? "" : parameter.value());
    }

    private static String entries(Book book, String name) {
        Register register = book.registers().get(name);
        return name + "="
                + (register == null
                        ? ""
                        : register.entries().stream()
                                .map(entry -> new TreeMap<>(entry.members())
                                        + entry.approver()
                                        + entry.approved()
                                        + entry.reason()
                                        + entry.review()
                                        + entry.sample())
                                .toList());
    }
}
