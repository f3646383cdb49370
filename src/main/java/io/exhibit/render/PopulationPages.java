package io.exhibit.render;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Population;
import io.exhibit.assessment.Rolls;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Users;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists from which an auditor draws his samples: the users in full, small ones item by item, of the others the file. */
final class PopulationPages {

    private static final int SMALL = 50;

    /** Whose items people ask for by name, beside the users; findings have a section of their own. */
    private static final Set<String> NAMED =
            Set.of("iam.access-keys", "iam.principals", "iam.role-trusts", "elbv2.listeners", "ec2.network-rules");

    private final PackContent content;
    private final Accounts accounts;
    private final Rolls rolls;

    PopulationPages(PackContent content, Accounts accounts) {
        this.content = content;
        this.accounts = accounts;
        this.rolls = content.rolls();
    }

    static boolean printed(Population population) {
        return population.rows() > 0
                && population.rows() <= SMALL
                && NAMED.contains(population.test().source());
    }

    Map<String, Object> model() {
        List<List<Population>> queries = queries();
        return Map.of(
                "users", users(),
                "lists", queries.stream().map(this::list).toList(),
                "tests", Words.count(content.populations().size(), "test", "tests"),
                "queries", Words.count(queries.size(), "query", "queries"),
                "printed",
                        queries.stream()
                                .filter(query -> rolls.items()
                                        .containsKey(query.get(0).test().id()))
                                .map(this::items)
                                .toList());
    }

    /** Tests that ask for the same items, in the order of the first one. */
    private List<List<Population>> queries() {
        Map<List<String>, List<Population>> same = new LinkedHashMap<>();
        for (Population p : content.populations()) {
            List<String> query = List.of(
                    p.test().source(),
                    p.test().where().text(),
                    p.test().across().text());
            same.computeIfAbsent(query, q -> new ArrayList<>()).add(p);
        }
        return List.copyOf(same.values());
    }

    private Map<String, Object> users() {
        Users users = rolls.users();
        UserRows rows = new UserRows(content, accounts);
        int shown = Listings.users(users.all().size());
        return Map.of(
                "says", usersSay(content),
                "columns", UserRows.COLUMNS.stream().map(Listing.Column::head).toList(),
                "widths", UserRows.COLUMNS.stream().map(c -> c.width() + "mm").toList(),
                "rows", users.all().stream().limit(shown).map(rows::of).toList(),
                "more", shown < users.all().size() ? Words.count(users.all().size() - shown) : "",
                "volumes", VolumeRows.of(content, Listings.USERS),
                "unread", users.unread().stream().map(accounts::printed).toList());
    }

    /** How many there are, at both ends of the period, and where that is from. */
    static String usersSay(PackContent content) {
        Users users = content.rolls().users();
        if (users.run().isEmpty()) {
            return "No day of the period was sealed: who could sign in is not known.";
        }
        long roots = users.all().stream().filter(Users.User::root).count();
        long others = users.all().size() - roots;
        return Words.count(others, "IAM user", "IAM users") + " and "
                + Words.count(roots, "root user", "root users") + " on the last sealed day, as run " + users.run()
                + " read them on " + Words.minute(users.read()) + "; "
                + (users.before() < 0
                        ? "how many there were on the first sealed day is not known"
                        : Words.count(users.before()) + " in all on the first sealed day")
                + ". Every row of the credential report (iam:GetCredentialReport) of each account in scope"
                + (users.unread().isEmpty() ? ", none left out" : " whose report could be read")
                + ". Who signs in through an identity provider is in none of these reports.";
    }

    private Map<String, Object> list(List<Population> query) {
        Population p = query.get(0);
        Rolls.Count count = rolls.counts().getOrDefault(p.test().id(), new Rolls.Count(-1, -1));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("items", p.items());
        row.put("tests", query.stream().map(each -> each.test().id()).collect(Collectors.joining(", ")));
        row.put("reading", p.test().source());
        row.put("where", p.test().where().text());
        row.put("across", p.test().across().text());
        boolean unlisted = p.test().ofWholePeriod();
        row.put("rows", unlisted ? "–" : Words.count(p.things()));
        row.put("period", inPeriod(p) == p.things() ? "" : Words.count(inPeriod(p)));
        row.put("places", p.places() == 0 ? "" : Words.count(p.places(), "account or region", "accounts and regions"));
        row.put("start", number(count.atStart()));
        row.put("left", number(count.leftOut()));
        row.put("sha256", p.sha256());
        row.put(
                "note",
                unlisted
                        ? Words.sentence(p.note()) + " They are the days and the files of this report itself."
                        : p.note());
        return row;
    }

    /** How many things the test counts: of the last day, or of the days of the period together. */
    private long inPeriod(Population p) {
        return content.assessment().tests().stream()
                .filter(test -> test.assertion().id().equals(p.test().id()))
                .findFirst()
                .map(TestResult::things)
                .orElse(p.things());
    }

    private static String number(long count) {
        return count < 0 ? "not known" : Words.count(count);
    }

    private Map<String, Object> items(List<Population> query) {
        Population p = query.get(0);
        return Map.of(
                "items", p.items(),
                "tests", query.stream().map(each -> each.test().id()).collect(Collectors.joining(", ")),
                "test", p.test().id(),
                "says", p.test().says(),
                "count", Words.count(p.things()),
                "earlier", p.earlier() == 0 ? "" : Words.count(p.earlier()),
                "rows",
                        rolls.items().get(p.test().id()).stream()
                                .map(this::item)
                                .toList());
    }

    private Map<String, Object> item(Item item) {
        return Map.of(
                "key", item.key(),
                "where", accounts.printed(item.target()),
                "state", item.state() == Item.State.INCONCLUSIVE ? "not judged" : Words.of(item.state()),
                "text", item.text());
    }
}
