package io.exhibit.render;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.Users;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lists of a pack that are too long for its report. */
public final class Listings {

    static final String USERS = "users";
    static final String OPEN = "open-findings";
    static final String ACCEPTED = "accepted-findings";
    static final String CLOSED = "closed-findings";
    static final String EVENTS = "events";

    /** Rows that the report takes of one list; a longer one is printed apart, and only its first rows are in the report. */
    static final int LONGEST = 2_000;

    private static final int USERS_LONGEST = 400;
    private static final int FIRST = 100;

    private static final List<Listing.Column> FINDING = List.of(
            new Listing.Column("Test", 16, Listing.Setting.CODE),
            new Listing.Column("What deviates", 60, Listing.Setting.TEXT),
            new Listing.Column("Account, region", 29, Listing.Setting.TEXT),
            new Listing.Column("Severity", 14, Listing.Setting.TEXT),
            new Listing.Column("First seen", 19, Listing.Setting.TEXT),
            new Listing.Column("Due, closed", 32, Listing.Setting.TEXT));

    private Listings() {}

    /** How many rows of a list of findings stand in the report. */
    static int findings(int all) {
        return all > LONGEST ? FIRST : all;
    }

    /** How many users stand in the report. */
    static int users(int all) {
        return all > USERS_LONGEST ? FIRST : all;
    }

    /** Each in its order, its rows made when they are asked for. */
    public static List<Listing> of(PackContent content) {
        Accounts accounts = new Accounts(content);
        Findings findings = new Findings(content.assessment());
        List<Listing> listings = new ArrayList<>();
        List<Users.User> users = content.rolls().users().all();
        if (users.size() > users(users.size())) {
            UserRows rows = new UserRows(content, accounts);
            listings.add(new Listing(
                    USERS,
                    "Users on the last day",
                    says(content, accounts),
                    UserRows.COLUMNS,
                    users.size(),
                    () -> users.stream().map(rows::of).iterator()));
        }
        add(listings, findings.only(Finding::open), content, accounts, OPEN, "Open findings");
        add(
                listings,
                findings.only(Finding::accepted),
                content,
                accounts,
                ACCEPTED,
                "Open findings whose risk is accepted");
        List<Finding> closed = findings.only(f -> !f.history().open());
        add(listings, closed, content, accounts, CLOSED, "Findings closed in the period");
        add(listings, findings.events(), content, accounts, EVENTS, "What happened and no later day mends");
        return listings;
    }

    private static List<String> says(PackContent content, Accounts accounts) {
        List<String> unread = content.rolls().users().unread();
        String users = PopulationPages.usersSay(content);
        return unread.isEmpty()
                ? List.of(users)
                : List.of(
                        users,
                        "Not known, because the report could not be read: "
                                + unread.stream().map(accounts::printed).collect(Collectors.joining("; ")) + ".");
    }

    private static void add(
            List<Listing> to, List<Finding> wanted, PackContent content, Accounts accounts, String name, String title) {
        if (wanted.size() > findings(wanted.size())) {
            FindingRows rows = new FindingRows(content, accounts, FindingAnchors.NONE);
            to.add(new Listing(
                    name,
                    title,
                    List.of("Gravest first, then what is due first, then what has been open longest. "
                            + rows.limits(wanted)),
                    FINDING,
                    wanted.size(),
                    () -> iterator(wanted, rows)));
        }
    }

    private static Iterator<List<String>> iterator(List<Finding> findings, FindingRows rows) {
        return findings.stream().map(finding -> row(finding, rows.row(finding))).iterator();
    }

    private static List<String> row(Finding finding, Map<String, Object> row) {
        String text = (String) row.get("text");
        String key = (String) row.get("key");
        String what = text.contains(key) ? text : (text + " " + key).strip();
        return List.of(
                (String) row.get("test"),
                (what + " " + row.get("remark")).strip(),
                (String) ((List<?>) row.get("where")).get(0),
                (String) row.get("severity"),
                (String) row.get("first"),
                last(finding, row));
    }

    private static String last(Finding finding, Map<String, Object> row) {
        String closed = (String) row.get("closed");
        if (finding.event()) {
            return finding.history().open()
                    ? "conforms on no later day; " + row.get("acceptance")
                    : "conforms since " + closed;
        }
        String due = row.get("due") + (((String) row.get("late")).isEmpty() ? "" : ", " + row.get("late"));
        String limit = finding.test().assertion().limit() ? due : "due " + due;
        return finding.history().open()
                ? due + "; " + row.get("acceptance")
                : "closed " + closed + " (" + row.get("how") + "); " + limit;
    }
}
