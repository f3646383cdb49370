package io.exhibit.console.month;

import io.exhibit.run.watch.AlarmKind;

/**
 * What is to be done about what needs a person, for somebody who has a browser and no terminal; the alarm itself speaks to an operator.
 *
 * @param words what to do
 * @param path of the page on which it is done, below the month; {@code null} where it is not done in the console
 * @param link what that page is called
 * @param who does it where nobody answers for a unit that it touches
 */
public record Remedy(String words, String path, String link, String who) {

    private static final String OPERATOR = "an operator";
    private static final String OFFICER = "an officer";

    /** For each kind of alarm one, so that a new kind does not compile without. */
    public static Remedy of(AlarmKind kind) {
        return switch (kind) {
            case COLLECTION ->
                at(
                        "/runs",
                        "Runs",
                        OPERATOR,
                        "Look at the reason. As long as the day lasts its evidence can still be collected; a day that is over stays lost.");
            case STALE ->
                at(
                        "/runs",
                        "Runs",
                        OPERATOR,
                        "See whether the collection is paused. If it is not, the schedule does not run on its machine: an operator starts it.");
            case BLIND ->
                at(
                        "/coverage",
                        "Coverage",
                        OPERATOR,
                        "Look at the reason. Where access is denied, whoever looks after the accounts gives it back.");
            case AGREEMENT ->
                elsewhere(
                        OFFICER,
                        "Accept the addendum again in AWS Artifact, from the management account if it is to cover the organization.");
            case REPORT ->
                at(
                        "/book",
                        "Book",
                        OFFICER,
                        "Fetch the newer report or AWS's letter in AWS Artifact, have it read, and enter it in the book.");
            case FINDING ->
                at(
                        "/book/acceptances/new",
                        "Accept a risk",
                        OFFICER,
                        "Have it mended, or have a named person accept the risk.");
            case DEADLINE ->
                at(
                        "/book/acceptances/new",
                        "Accept a risk",
                        OFFICER,
                        "Have them mended, or have a named person accept the risk before the day.");
            case ENTRY ->
                at("/book", "Book", OFFICER, "Review it, and renew approver and date in the book, or take it out.");
            case CERTIFICATE ->
                elsewhere(
                        OPERATOR,
                        "Have it renewed in AWS Certificate Manager; one that ACM did not issue is imported anew.");
            case NODE ->
                elsewhere(
                        OPERATOR,
                        "Whoever looks after the machines starts the node again, or takes it off the list of nodes.");
            case KEY ->
                elsewhere(
                        OPERATOR,
                        "Whoever looks after the machine puts the key back from the safe or a backup. Never make a new one in its place.");
            case VAULT ->
                elsewhere(
                        OPERATOR,
                        "Whoever looks after the machine gives the vault back to it: mount, network or permission. Never begin a new one"
                                + " in its place.");
            case RETENTION ->
                elsewhere(
                        OPERATOR,
                        "Whoever looks after the settings has evidence locked for six years; what lies there is lengthened within a day.");
            case PACK -> at("/packs", "Packs", OPERATOR, "Look at the reason. It is tried again every hour.");
            case APPROVAL -> at("/packs", "Packs", "an approver", "Read the draft, and approve it.");
            case DELIVERY ->
                at(
                        "/packs",
                        "Packs",
                        OPERATOR,
                        "Look at the reason. It is tried again, every hour at first and every six later; at once on the page of the packs.");
            case WORK ->
                at(
                        "/book",
                        "Book",
                        OPERATOR,
                        "The line names what failed, and why. Mistakes of the book stand on its page; of anything else, an operator looks"
                                + " at the machine. It is tried again every hour.");
            case NOTICE ->
                elsewhere(
                        OPERATOR,
                        "Whoever looks after the settings mends that way of telling. Nothing is lost: it is sent when it works.");
            case DISK ->
                elsewhere(
                        OPERATOR,
                        "Whoever looks after the machine makes room. No part of the vault may go for it, and of an issued pack not its"
                                + " issue file.");
        };
    }

    private static Remedy at(String path, String link, String who, String words) {
        return new Remedy(words, path, link, who);
    }

    private static Remedy elsewhere(String who, String words) {
        return new Remedy(words, null, "", who);
    }
}
