package io.exhibit.evaluate;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.ItemSink;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Places;
import io.exhibit.assessment.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the items of one assertion on one day. One deviating item makes FAIL whatever else is unknown; PASS needs every
 * item known; an empty population is NOT_APPLICABLE.
 */
final class Tally {

    private final String assertion;
    private final String noun;
    private final ItemSink sink;
    private final Set<String> withoutAccount;
    /** Accepted by one that names no account: until the run is over nobody knows whether it would cover several. */
    private final Map<String, List<Item>> held = new TreeMap<>();

    private long conforming;
    private long deviating;
    private long accepted;
    private long inconclusive;
    private long leftOut;
    private long placesRead;
    private long placesUnread;
    private String firstReason = "";
    private String withoutItems = "";

    /** @param withoutAccount ids of the risk acceptances of the assertion that name no account */
    Tally(String assertion, String noun, Set<String> withoutAccount, ItemSink sink) {
        this.assertion = assertion;
        this.noun = noun;
        this.withoutAccount = withoutAccount;
        this.sink = sink;
    }

    void item(Item item) {
        if (item.state() == State.ACCEPTED && withoutAccount.contains(item.acceptance())) {
            held.computeIfAbsent(item.acceptance(), id -> new ArrayList<>()).add(item);
        } else {
            count(item);
        }
    }

    private void settle(String acceptance, List<Item> items) {
        long accounts = items.stream().map(i -> i.target().account()).distinct().count();
        String refused = " (risk acceptance " + acceptance + " names no account and would cover items in " + accounts
                + " accounts: it accepts none)";
        items.forEach(i -> count(
                accounts == 1 ? i : new Item(i.target(), i.key(), State.DEVIATES, i.digest(), i.text() + refused, "")));
    }

    private void count(Item item) {
        if (item.ofPlace()) {
            placesRead += item.state() == State.CONFORMS ? 1 : 0;
            placesUnread += item.state() == State.INCONCLUSIVE ? 1 : 0;
        }
        switch (item.state()) {
            case CONFORMS -> conforming++;
            case DEVIATES -> deviating++;
            case ACCEPTED -> accepted++;
            case INCONCLUSIVE -> {
                inconclusive++;
                firstReason = firstReason.isEmpty() ? item.text() : firstReason;
            }
        }
        sink.accept(assertion, item);
    }

    void leftOut() {
        leftOut++;
    }

    /** The population could not be asked for at all. */
    void unknown(String reason) {
        withoutItems = reason;
    }

    Judgement judgement() {
        held.forEach(this::settle);
        held.clear();
        long population = conforming + deviating + accepted + inconclusive;
        Verdict verdict = verdict(population);
        Judgement counted = new Judgement(
                assertion, verdict, population, conforming, deviating, accepted, inconclusive, leftOut, "");
        return counted.because(reason(counted));
    }

    /** The items that are no things. */
    Places places() {
        return new Places(placesRead, placesUnread);
    }

    private Verdict verdict(long population) {
        if (deviating + accepted > 0) {
            return Verdict.FAIL;
        }
        if (inconclusive > 0 || !withoutItems.isEmpty()) {
            return Verdict.INCONCLUSIVE;
        }
        return population == 0 ? Verdict.NOT_APPLICABLE : Verdict.PASS;
    }

    private String reason(Judgement counted) {
        return switch (counted.verdict()) {
            case INCONCLUSIVE ->
                inconclusive == 0
                        ? withoutItems
                        : Amounts.unknown(counted, places()) + " could not be judged: " + firstReason;
            case NOT_APPLICABLE ->
                leftOut == 0
                        ? "There are no " + noun + "."
                        : "None of the " + leftOut + " " + noun + " that were read belongs to the population.";
            default -> "";
        };
    }
}
