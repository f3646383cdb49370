package io.exhibit.control;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A testable statement, as an officer writes it.
 *
 * @param id such as {@code IAM-01}
 * @param says the statement
 * @param timing which readings count
 * @param source key of the reading whose records are the population; {@code registers.NAME} and {@code collection.*} are populations too
 * @param with further readings by the name that expressions use; each is held in memory, restricted to the item's account
 *     (and to its region, when both are regional)
 * @param where expression that chooses the population, or "true"
 * @param expect expression that an item must meet
 * @param across when set, every target in scope is part of the population too: it must have been read, and this
 *     expression must hold there (the source is switched on); "" otherwise
 * @param vanished what it means when an item of yesterday is gone today: "" (nothing) or "deviates"
 * @param deviation sentence about a deviating item; {@code {member}} is replaced
 * @param limit whether the statement is itself about how long something may stay open: what deviates is beyond its time already
 * @param proof names of the members that prove a conforming item, printed beside it
 * @param parameters names of the parameters that it uses
 * @param serves for each citation how strongly it bears on it, and why
 * @param position file:line, for messages
 * @param places where its parts stand, as {@link #at} takes them
 * @param particulars what else it says of itself
 */
public record Assertion(
        String id,
        String says,
        Timing timing,
        String source,
        Map<String, String> with,
        Expression where,
        Expression expect,
        Expression across,
        String vanished,
        String deviation,
        String remedy,
        Severity severity,
        boolean limit,
        List<String> proof,
        List<String> parameters,
        Map<String, Link> serves,
        Position position,
        Map<String, Position> places,
        Particulars particulars) {

    private static final Set<String> WHOLE_PERIOD =
            Set.of("collection.schedule", "collection.fixity", "collection.retention");

    /** One that says nothing else of itself. */
    public Assertion(
            String id,
            String says,
            Timing timing,
            String source,
            Map<String, String> with,
            Expression where,
            Expression expect,
            Expression across,
            String vanished,
            String deviation,
            String remedy,
            Severity severity,
            boolean limit,
            List<String> proof,
            List<String> parameters,
            Map<String, Link> serves,
            Position position,
            Map<String, Position> places) {
        this(
                id,
                says,
                timing,
                source,
                with,
                where,
                expect,
                across,
                vanished,
                deviation,
                remedy,
                severity,
                limit,
                proof,
                parameters,
                serves,
                position,
                places,
                Particulars.NONE);
    }

    /**
     * Where a part stands, for messages: the value of {@code source}, of {@code with.NAME}, of {@code proof.MEMBER}, a place
     * in the sentence such as <code>{user}</code>; the whole assertion when that is not known.
     */
    public Position at(String part) {
        return places.getOrDefault(part, position);
    }

    /** The same with other links. */
    public Assertion serving(Map<String, Link> links) {
        return new Assertion(
                id,
                says,
                timing,
                source,
                with,
                where,
                expect,
                across,
                vanished,
                deviation,
                remedy,
                severity,
                limit,
                proof,
                parameters,
                links,
                position,
                places,
                particulars);
    }

    /** Whether its population is made of the calendar and of the vault when a period is bound, and is in no sealed night. */
    public boolean ofWholePeriod() {
        return isOfWholePeriod(source);
    }

    /** The same of a population. */
    public static boolean isOfWholePeriod(String population) {
        return WHOLE_PERIOD.contains(population);
    }

    /** Keys of the readings that it looks at; {@code with} may say whose behind the key ("KEY of organization"). */
    public Set<String> readings() {
        Set<String> keys = new TreeSet<>(Set.of(source));
        with.values().forEach(written -> keys.add(written.split(" ", 2)[0]));
        return keys;
    }

    /**
     * What most tests have no need to say.
     *
     * @param restsOn what a conclusion rests on that rests on this test alone ("the dates of the report alone"), or ""
     * @param chosenBy name of the parameter by which the organization chooses whether it is asked: a list that is empty, or "no", is the
     *     choice that it is not; "" when it always is
     * @param acrossNot what it means where {@code across} does not hold, or "" for a source that is not switched on
     * @param vanishedUnless "REGISTER.MEMBER": where an entry that counts has the key of what vanished there, it does not deviate; or ""
     * @param shows values that are worked out for the sentence and the proof, by the name that they stand there with
     * @param events whether it is about what happened (a sign-in, a collection with gaps) and not about how something stands: that a later
     *     day no longer shows it mends nothing
     */
    public record Particulars(
            String restsOn,
            String chosenBy,
            String acrossNot,
            String vanishedUnless,
            Map<String, Expression> shows,
            boolean events) {

        public static final Particulars NONE = new Particulars("", "", "", "", Map.of(), false);
    }

    /** Which readings count for a month. */
    public enum Timing {
        /** The last sealed day of the month; it must lie within the last 48 hours. */
        SNAPSHOT,
        /** Every sealed day. */
        PERIOD,
        /** At least one sealed day of the month must conform. */
        ONCE
    }

    /** How a test bears on a control. */
    public record Link(Strength strength, String why) {}

    /** Direct: the reading is what the paragraph asks for. Supporting: it corroborates. */
    public enum Strength {
        DIRECT,
        SUPPORTING
    }

    /** Text of an expression and where it stands; {@code text} is "" when it is not given. */
    public record Expression(String text, Position position) {

        /** Whether the book has one. */
        public boolean given() {
            return !text.isEmpty();
        }
    }
}
