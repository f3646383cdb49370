package io.exhibit.console.claims;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.Population;
import io.exhibit.assessment.Spell;
import io.exhibit.assessment.TestResult;
import io.exhibit.console.frame.Desk;
import io.exhibit.console.frame.Laid;
import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.ItemAddress;
import io.exhibit.console.page.Listing;
import io.exhibit.console.page.Names;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.console.page.Table;
import io.exhibit.console.page.Unavailable;
import io.exhibit.control.Assertion;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.render.AnswerPlaces;
import io.exhibit.render.ScreenPages;
import io.exhibit.render.forms.PopulationsCsv;
import io.exhibit.run.ItemIndex;
import io.exhibit.run.ItemPage;
import io.exhibit.run.Proof;
import io.exhibit.seal.Vault;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** From a test to its population, from an item to the record, and from there to the raw answer of AWS. */
public final class ClaimPages {

    private static final List<String> SHOWN = List.of("all", "deviating", "accepted", "not judged", "conforming");

    private final Desk desk;
    private final Screen screen;
    private final Months months;

    public ClaimPages(Desk desk, Screen screen, Months months) {
        this.desk = desk;
        this.screen = screen;
        this.months = months;
    }

    public void population(Context context) throws IOException {
        Standing standing = months.standing(context);
        TestResult test = test(standing, context.pathParam("id"));
        Names names = standing.names();
        Listing asked = Listing.of(context, SHOWN);
        Optional<Population> sealed = population(standing, test);
        String run = sealed.map(Population::run).orElse("");
        Laid laid = run.isEmpty()
                ? new Laid(Optional.empty(), 0)
                : months.items(context, run, test.assertion().id());
        ItemPage first = page(laid, asked, names);
        Listing listing = asked.within(first.matching());
        ItemPage page = listing == asked ? first : page(laid, listing, names);
        Map<String, Object> own = new LinkedHashMap<>(head(test));
        own.put("run", run);
        own.put("note", sealed.map(Population::note).orElse(""));
        own.put("items", sealed.map(Population::items).orElse("items"));
        own.put("laying", run.isEmpty() || laid.index().isPresent() ? "" : laying(laid));
        own.put("rows", page.items().stream().map(item -> row(item, names)).toList());
        own.put("list", listing.model(page.matching(), page.all(), page.items().size(), SHOWN));
        screen.show(context, "test", test.assertion().id(), standing, own);
    }

    private static ItemPage page(Laid laid, Listing listing, Names names) throws IOException {
        return laid.index().isEmpty()
                ? new ItemPage(List.of(), 0, 0, 0)
                : laid.index()
                        .get()
                        .page(
                                wanted(listing.show()),
                                listing.search(),
                                target -> listing.finds(names.of(target)),
                                listing.from(),
                                Listing.ROWS);
    }

    /** All items that are asked for, whichever page is shown, streamed from the sealed day. */
    public void populationTable(Context context) throws IOException {
        Standing standing = months.standing(context);
        TestResult test = test(standing, context.pathParam("id"));
        Listing listing = Listing.of(context, SHOWN);
        Predicate<State> shown = wanted(listing.show());
        Names names = standing.names();
        Predicate<Item> wanted =
                item -> shown.test(item.state()) && listing.finds(item.key(), item.text(), names.of(item.target()));
        String run = population(standing, test).map(Population::run).orElse("");
        AnswerPlaces places = new AnswerPlaces(standing.month());
        desk.reading(vault -> {
            Table table = new Table(
                    context,
                    test.assertion().id() + "-"
                            + Say.yearMonth(
                                    standing.month().assessment().period().first()),
                    PopulationsCsv.head());
            if (!run.isEmpty()) {
                vault.items(run, test.assertion().id(), item -> {
                    if (wanted.test(item)) {
                        table.row(PopulationsCsv.row(
                                item, item.ofPlace(), run, places.of(test.assertion(), run, item.target())));
                    }
                });
            }
            table.end();
            return null;
        });
    }

    private static Optional<Population> population(Standing standing, TestResult test) {
        return standing.month().populations().stream()
                .filter(each -> each.test().id().equals(test.assertion().id()))
                .findFirst();
    }

    private static TestResult test(Standing standing, String id) {
        return standing.month().assessment().tests().stream()
                .filter(each -> each.assertion().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notHere("This book has no test " + id + "."));
    }

    private static Predicate<State> wanted(String show) {
        return switch (show) {
            case "deviating" -> state -> state == State.DEVIATES;
            case "accepted" -> state -> state == State.ACCEPTED;
            case "not judged" -> state -> state == State.INCONCLUSIVE;
            case "conforming" -> state -> state == State.CONFORMS;
            default -> state -> true;
        };
    }

    private static Map<String, Object> head(TestResult test) {
        Assertion assertion = test.assertion();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("id", assertion.id());
        head.put("says", assertion.says());
        head.put("source", assertion.source());
        head.put("where", assertion.where().text());
        head.put("expect", assertion.expect().text());
        head.put("remedy", assertion.remedy());
        head.put("verdict", Say.word(test.verdict()).toUpperCase(java.util.Locale.ROOT));
        head.put("style", Say.word(test.verdict()).replace(' ', '-'));
        head.put("population", Say.count(test.counted().population()));
        head.put("deviating", Say.count(test.counted().deviating()));
        head.put(
                "serves", List.copyOf(new java.util.TreeSet<>(assertion.serves().keySet())));
        return head;
    }

    private static Map<String, Object> row(Item item, Names names) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", item.key());
        row.put("brief", Names.brief(item.key(), item.target()));
        row.put("where", names.of(item.target()));
        row.put("item", ScreenPages.item(item.target(), item.key()));
        row.put("state", words(item.state()));
        row.put("style", style(item.state()));
        row.put("text", item.text());
        return row;
    }

    private static String words(State state) {
        return switch (state) {
            case CONFORMS -> "CONFORMS";
            case DEVIATES -> "DEVIATES";
            case ACCEPTED -> "RISK ACCEPTED";
            case INCONCLUSIVE -> "NOT JUDGED";
        };
    }

    private static String style(State state) {
        return switch (state) {
            case CONFORMS -> "pass";
            case DEVIATES, ACCEPTED -> "fail";
            case INCONCLUSIVE -> "inconclusive";
        };
    }

    public void item(Context context) throws IOException {
        Standing standing = months.standing(context);
        TestResult test = test(standing, context.pathParam("id"));
        String key = ItemAddress.asked(context, "key");
        Target target = ItemAddress.target(context);
        String newest = population(standing, test).map(Population::run).orElse("");
        String run = night(context, newest);
        Names names = standing.names();
        Map<String, Object> own = new LinkedHashMap<>(head(test));
        own.put("item", row(one(context, test, run, target, key), names));
        months.reading(context, vault -> {
            Optional<Proof> proof =
                    Proof.of(vault, desk.catalog(), record(standing, vault, run), test.assertion(), target, key);
            own.put("proved", proof.isPresent());
            proof.ifPresent(there -> own.put("proof", ProofRows.of(there, run)));
            own.put(
                    "sealed",
                    vault.assessment(run).map(Assessment::at).map(Say::minute).orElse(""));
            return null;
        });
        own.put("run", run);
        own.put("earlier", !run.equals(newest));
        own.put("days", days(standing, test, target, key));
        screen.show(context, "item", test.assertion().id() + ", " + key, standing, own);
    }

    /** Of the month it is held whole already; to read it again would be most of the time that the page takes. */
    private static RunRecord record(Standing standing, Vault vault, String run) throws IOException {
        for (RunRecord each : standing.month().runs()) {
            if (each.id().equals(run)) {
                return each;
            }
        }
        return vault.run(run);
    }

    /** The judged night that is asked for, or the newest one. */
    private String night(Context context, String newest) throws IOException {
        String run = context.queryParam("run");
        if (run == null || run.equals(newest)) {
            return newest;
        }
        boolean judged = months.reading(
                context,
                vault -> vault.runIds().contains(run) && vault.judged(run).isPresent());
        if (!judged) {
            throw Refusal.notHere("The log has no judged night of that run.");
        }
        return run;
    }

    private Item one(Context context, TestResult test, String run, Target target, String key) throws IOException {
        String id = test.assertion().id();
        if (!run.isEmpty()) {
            Laid laid = months.items(context, run, id);
            ItemIndex index = laid.index()
                    .orElseThrow(() -> new Unavailable(laying(laid) + " Load this page again to see it.", null));
            Optional<Item> found = index.one(target, key);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw Refusal.notHere("The population of " + id + " has no such item on that day.");
    }

    private static String laying(Laid laid) {
        return "This population is being laid out to be paged through; "
                + Say.count(laid.soFar(), "item lies", "items lie")
                + " there by now.";
    }

    private static List<String> days(Standing standing, TestResult test, Target target, String key) {
        return standing.finding(test.assertion().id(), target, key).stream()
                .flatMap(finding -> finding.history().spells().stream()
                        .map(spell -> days(
                                spell,
                                finding.history().orBefore()
                                        && spell.opened()
                                                .equals(finding.history().firstSeen()))))
                .toList();
    }

    /** @param orBefore whether nobody knows since when */
    private static String days(Spell spell, boolean orBefore) {
        String from = spell.opened() + (orBefore ? " or before" : "");
        return spell.closed() == null
                ? "deviates since " + from
                : "deviated from " + from + ", closed on " + spell.closed();
    }
}
