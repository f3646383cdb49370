package io.exhibit.render;

import io.exhibit.assessment.AtEnd;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Places;
import io.exhibit.assessment.TestResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What could not be judged, and where things were looked for. */
final class UnknownRows {

    private final Accounts accounts;

    UnknownRows(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Beside the things that a rate is of, and not counted among them. */
    static String readIn(TestResult test) {
        Places places = test.places();
        if (places.read() == 0) {
            return "Not read: " + Words.count(places.unread(), "account or region", "accounts and regions");
        }
        return "Read in " + Words.count(places.read(), "account or region", "accounts and regions")
                + (test.things() == 0 ? ", where nothing of the kind was found" : "")
                + (places.unread() == 0 ? "" : ", not read in " + Words.count(places.unread()));
    }

    /** "2 of 33 and 1 account or region": what could not be judged. */
    static String words(TestResult test) {
        String things = test.thingsUnknown() == 0
                ? ""
                : Words.count(test.thingsUnknown()) + " of " + Words.count(test.things());
        return with(things, test.places().unread());
    }

    /** "2 items and 1 account or region": what could not be judged on the last day. */
    static String words(AtEnd end) {
        return with(end.things() == 0 ? "" : Words.count(end.things(), "item", "items"), end.places());
    }

    private static String with(String things, long unread) {
        String places = unread == 0 ? "" : Words.count(unread, "account or region", "accounts and regions");
        return things + (things.isEmpty() || places.isEmpty() ? "" : " and ") + places;
    }

    /**
     * What could not be judged, by reason: how many of the population, and which as far as they are listed.
     *
     * @param most that are named for one reason
     */
    Map<String, Object> of(TestResult test, int most) {
        return of(test.inconclusive(), test.counted().inconclusive(), most);
    }

    /** The same of the last day alone. */
    Map<String, Object> of(AtEnd end, int most) {
        return of(end.items(), end.things() + end.places(), most);
    }

    private Map<String, Object> of(List<Item> unknown, long all, int most) {
        Map<String, List<Item>> byReason = new LinkedHashMap<>();
        unknown.forEach(item ->
                byReason.computeIfAbsent(item.text(), r -> new ArrayList<>()).add(item));
        List<Object> reasons = new ArrayList<>();
        byReason.forEach((reason, items) -> reasons.add(Map.of(
                "reason", reason,
                "count", Words.count(items.size()),
                "places", where(items.subList(0, Math.min(most, items.size()))),
                "more", TestPages.more(items.size(), most))));
        long unlisted = Math.max(0, all - unknown.size());
        return Map.of("reasons", reasons, "unlisted", unlisted == 0 ? "" : Words.count(unlisted));
    }

    private List<Object> where(List<Item> items) {
        Map<String, List<String>> byPlace = new LinkedHashMap<>();
        items.forEach(item -> byPlace.computeIfAbsent(accounts.printed(item.target()), p -> new ArrayList<>())
                .add(item.key()));
        List<Object> places = new ArrayList<>();
        byPlace.forEach((place, keys) -> places.add(Map.of("where", place, "keys", keys)));
        return places;
    }
}
