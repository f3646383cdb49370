package io.exhibit.evaluate;

import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.evaluate.Life.Mark;
import io.exhibit.evidence.Distinct;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Streams the items of one assertion through the sealed days and keeps those that ever deviated or were unknown; the rest is counted. */
final class Lives {

    private record Id(Target target, String key) {}

    private final Assertion assertion;
    private final Optional<Source> source;
    private final List<SealedDay> days;
    private final int first;
    private final int since;
    private final Acceptances acceptances;
    private final Departures departures;
    private final Map<Id, Life> lives = new LinkedHashMap<>();
    private final Map<Id, LocalDate> seen = new HashMap<>();
    private final List<Optional<Set<Target>>> blind = new ArrayList<>();
    private final Distinct population = new Distinct();
    private final Distinct conformed = new Distinct();
    private final Distinct conformedBefore = new Distinct();
    private final Distinct places = new Distinct();
    private final Causes causes = new Causes();
    private String proof = "";

    /**
     * @param source the source that AWS is asked by, empty for a population that is made of the run or a register
     * @param first index of the first day that counts; the days before it only tell how long something has been open
     * @param since index of the first day of which that is told, at most {@code first}. What has vanished may have been there on any day
     */
    Lives(
            Assertion assertion,
            Optional<Source> source,
            List<SealedDay> days,
            int first,
            int since,
            Acceptances acceptances,
            Departures departures) {
        this.assertion = assertion;
        this.source = source;
        this.days = days;
        this.first = first;
        this.since = since;
        this.acceptances = acceptances;
        this.departures = departures;
    }

    void read(Days vault) {
        for (int i = 0; i < days.size(); i++) {
            Optional<Judgement> judgement = days.get(i).judgement(assertion.id());
            if (judgement.isPresent()) {
                read(i, judgement.get(), vault);
            } else {
                int day = i;
                blind.add(Optional.empty());
                lives.values().forEach(l -> l.mark(day, Mark.BLIND));
            }
        }
    }

    Collection<Life> all() {
        return lives.values();
    }

    /** Whether the test was judged on a day and the target read for it, so that what did not deviate there is known not to have. */
    boolean read(int day, Target target) {
        return blind.get(day)
                .filter(there -> assertion.source().startsWith("collection.")
                        ? !there.contains(target)
                        : !blind(day, target, there))
                .isPresent();
    }

    Causes causes() {
        return causes;
    }

    /** How many items there were in all, on the days that count; 0 for a snapshot, which its day has counted. */
    long population() {
        return population.size();
    }

    /** How many of the items are no things; of a snapshot, on its last day. */
    long places() {
        return places.size();
    }

    /** Whether it conformed on a day of the period, for a test that asks for one. */
    boolean conformed(Life life) {
        return conformed.contains(hash(life.inconclusive("")));
    }

    /** The same of the month of a day before the period, whose own pack was bound by it. */
    boolean conformedInMonthOf(int day, Life life) {
        return conformedBefore.contains(hash(month(day), life.inconclusive("")));
    }

    private String month(int day) {
        return YearMonth.from(days.get(day).date()) + " ";
    }

    /** The proving values of the first thing of the last day that conforms, or "". */
    String proof() {
        return proof;
    }

    private void read(int day, Judgement judgement, Days vault) {
        Set<Target> there = new HashSet<>();
        Set<Id> present = new HashSet<>();
        if (mustStream(day, judgement)) {
            vault.items(days.get(day).run(), assertion.id(), item -> item(day, item, there, present));
        }
        boolean nothing = judgement.population() == 0 && judgement.verdict() == Verdict.INCONCLUSIVE;
        if (nothing && day >= first) {
            causes.add(judgement.reason(), days.get(day).date());
        }
        // Of a day that was not looked at nobody knows that nothing deviated.
        blind.add(nothing || day < since ? Optional.empty() : Optional.of(there));
        if (vanishes()) {
            vanished(day, present, t -> nothing || blind(day, t, there));
        }
        for (Life life : lives.values()) {
            if (life.mark(day) == null) {
                life.mark(day, nothing || blind(day, life.target(), there) ? Mark.BLIND : Mark.GONE);
            }
        }
    }

    /**
     * A day on which everything conformed is read where it closes something: seen or gone is told apart. Of the run's own populations only
     * what was seen closes. What a test of every day counts, it counts from the first day of the period on.
     */
    private boolean mustStream(int day, Judgement judgement) {
        if (day < since) {
            return vanishes();
        }
        boolean collection = assertion.source().startsWith("collection.");
        return assertion.timing() == Timing.ONCE
                || assertion.timing() != Timing.SNAPSHOT && (day >= first || collection)
                || vanishes()
                || day == days.size() - 1
                || !lives.isEmpty() && (collection || SealedDay.bookChanged(days, day))
                || lives.values().stream().anyMatch(life -> life.open(day))
                || judgement.deviating() + judgement.accepted() + judgement.inconclusive() > 0;
    }

    private void item(int day, Item item, Set<Target> there, Set<Id> present) {
        Id id = new Id(item.target(), item.key());
        boolean target = item.key().equals(item.target().toString());
        if (target && item.state() == State.INCONCLUSIVE) {
            there.add(item.target());
        }
        if (vanishes() && !target) {
            present.add(id);
            seen.put(id, days.get(day).date());
        }
        Life life = lives.get(id);
        if (life == null && item.state() != State.CONFORMS) {
            life = new Life(item.target(), item.key(), days.size());
            lives.put(id, life);
        }
        if (life != null) {
            life.on(day, item);
        }
        if (item.state() == State.INCONCLUSIVE && day >= first) {
            causes.add(item.text(), days.get(day).date());
        }
        count(day, item);
    }

    private static long hash(Item item) {
        return hash("", item);
    }

    private static long hash(String when, Item item) {
        return Distinct.hash(when + item.target().account(), item.target().region(), item.key());
    }

    private void count(int day, Item item) {
        if (day < first && assertion.timing() == Timing.ONCE && item.state() == State.CONFORMS) {
            conformedBefore.add(hash(month(day), item));
        }
        if (day >= first && assertion.timing() != Timing.SNAPSHOT) {
            long hash = hash(item);
            population.add(hash);
            if (assertion.timing() == Timing.ONCE && item.state() == State.CONFORMS) {
                conformed.add(hash);
            }
        }
        if (item.ofPlace() && (assertion.timing() == Timing.SNAPSHOT ? day == days.size() - 1 : day >= first)) {
            places.add(hash(item));
        }
        if (day == days.size() - 1
                && proof.isEmpty()
                && item.state() == State.CONFORMS
                && !item.text().isEmpty()
                && !item.ofPlace()) {
            proof = item.key() + ": " + item.text();
        }
    }

    private boolean vanishes() {
        return assertion.vanished().equals("deviates");
    }

    private void vanished(int day, Set<Id> present, java.util.function.Predicate<Target> unread) {
        seen.forEach((id, last) -> {
            if (present.contains(id) || unread.test(id.target())) {
                return;
            }
            if (departures.approved(id.key(), days.get(day).date())) {
                // From the day on which the approval counts the departure conforms, also where it had been found
                // before.
                Optional.ofNullable(lives.get(id)).ifPresent(life -> life.mark(day, Mark.CONFORMS));
                return;
            }
            Item gone = gone(id, days.get(day).date(), last);
            lives.computeIfAbsent(id, i -> new Life(i.target(), i.key(), days.size()))
                    .on(day, gone);
            count(day, gone);
        });
    }

    private Item gone(Id id, LocalDate day, LocalDate last) {
        String acceptance = acceptances
                .covering(assertion.id(), id.target().account(), id.key(), day)
                .map(RiskAcceptance::id)
                .orElse("");
        State state = acceptance.isEmpty() ? State.DEVIATES : State.ACCEPTED;
        return new Item(
                id.target(), id.key(), state, "", id.key() + " is gone: it was last there on " + last, acceptance);
    }

    /** Whether nothing can be said about what is missing at a target. What a run says of itself is silent about what it did not see. */
    private boolean blind(int day, Target target, Set<Target> there) {
        if (there.contains(target) || assertion.source().startsWith("collection.")) {
            return true;
        }
        if (source.isEmpty()) {
            return false;
        }
        // What the organization answers is asked once, wherever its items are: one target that is blind hides them all.
        return source.get().scope() == Source.Scope.ORGANIZATION
                ? !there.isEmpty() || !days.get(day).asked(source.get().key())
                : !days.get(day).asked(source.get().key(), target);
    }
}
