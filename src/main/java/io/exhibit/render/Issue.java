package io.exhibit.render;

import java.time.Instant;
import java.util.Optional;

/**
 * One printing of a pack.
 *
 * @param pack such as {@code EH-2026-10}
 * @param number 1 for the first issue
 * @param at the instant of issue; every date inside the file is this one
 * @param draft whether it was never issued: every page says so
 * @param previous the pack before it, of a later issue the issue before it, with its digest when known, as one line
 * @param reason why it was issued again, "" of a first issue
 * @param waits whether the draft is what waits for an approval, and is issued as it is then
 * @param approved who approved its draft; empty where nobody was asked
 */
public record Issue(
        String pack,
        int number,
        Instant at,
        boolean draft,
        Optional<String> previous,
        String reason,
        boolean waits,
        Optional<Approved> approved) {

    private static final String ISSUE = "-issue-";

    /** A first issue. */
    public Issue(String pack, int number, Instant at, boolean draft, Optional<String> previous) {
        this(pack, number, at, draft, previous, "");
    }

    /** One whose draft nobody is asked to approve. */
    public Issue(String pack, int number, Instant at, boolean draft, Optional<String> previous, String reason) {
        this(pack, number, at, draft, previous, reason, false, Optional.empty());
    }

    /** The same as a draft, or as what was issued with an approval. */
    public Issue approved(boolean waits, Optional<Approved> by) {
        return new Issue(pack, number, at, draft || waits, previous, reason, waits, by);
    }

    /** What the next issue of it is called: {@code EH-2026-10-issue-2} after the first. */
    String later() {
        return another(pack, number, number + 1);
    }

    /** What another issue is called of a pack whose issue of that number is called so. */
    public static String another(String pack, int number, int other) {
        String first = number == 1 ? pack : pack.substring(0, pack.length() - (ISSUE + number).length());
        return other == 1 ? first : first + ISSUE + other;
    }

    /** What its name shares with other periods and issues: {@code EH} of {@code EH-2026-10-issue-2}. */
    public String series() {
        return pack.replaceFirst("-[0-9]{4}-[0-9]{2}(-[0-9]{2}--[0-9]{4}-[0-9]{2}-[0-9]{2})?(-issue-[0-9]+)?$", "");
    }

    /**
     * That somebody approved the draft of a pack.
     *
     * @param by name; "" where the pack does not tell it
     * @param reason "" where the pack does not tell it
     */
    public record Approved(String by, Instant at, String reason) {}
}
