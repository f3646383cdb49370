package io.exhibit.cli.book;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Judgement;
import io.exhibit.cli.terminal.JsonWords;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Document;
import io.exhibit.control.Parameter;
import io.exhibit.control.Problem;
import io.exhibit.control.TestReach;
import io.exhibit.control.Wording;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A test, a document or a paragraph in words.
 *
 * @param title its id and what it says
 * @param lines each with its head, which is "" where it goes on from the one above
 */
public record Explanation(String title, List<Explanation.Line> lines) {

    /** One line; {@code head} is "" where it goes on from the one above. */
    public record Line(String head, String text) {}

    /** Says it, by a book that need not be published. Empty when the book has no such thing. */
    public static Optional<Explanation> of(Wiring wiring, Book book, String id) throws IOException {
        Teller teller = new Teller(wiring, book);
        return teller.tell(id) ? Optional.of(new Explanation(teller.title, teller.lines)) : Optional.empty();
    }

    /** What the book has nearest to it. */
    static String unknown(Book book, String id) {
        List<String> all = new ArrayList<>();
        book.assertions().forEach(test -> all.add(test.id()));
        book.documents().forEach(document -> all.add(document.id()));
        book.framework().controls().forEach(unit -> all.add(unit.citation()));
        String hint = Problem.didYouMean(id, all);
        return "The book has no test, document or " + book.framework().wording().unit() + " " + id + "."
                + (hint.isEmpty() ? "" : " " + hint);
    }

    /** How a test came out, with its counts. */
    static String words(Judgement judged) {
        String counts = judged.population() == 0
                ? ""
                : ", " + judged.deviating() + " of " + judged.population() + " deviate"
                        + (judged.accepted() == 0 ? "" : ", " + judged.accepted() + " accepted")
                        + (judged.inconclusive() == 0 ? "" : ", " + judged.inconclusive() + " not known");
        return judged.verdict().name().replace('_', ' ')
                + counts
                + (judged.reason().isEmpty() ? "" : ": " + judged.reason());
    }

    private static final class Teller {

        private final Wiring wiring;
        private final Book book;
        private final List<Line> lines = new ArrayList<>();
        private String title = "";

        Teller(Wiring wiring, Book book) {
            this.wiring = wiring;
            this.book = book;
        }

        boolean tell(String id) throws IOException {
            Optional<Assertion> assertion = book.assertions().stream()
                    .filter(test -> test.id().equals(id))
                    .findFirst();
            if (assertion.isPresent()) {
                test(assertion.get());
            }
            if (title.isEmpty()) {
                book.documents().stream()
                        .filter(document -> document.id().equals(id))
                        .findFirst()
                        .ifPresent(this::document);
            }
            if (title.isEmpty()) {
                book.framework().controls().stream()
                        .filter(unit -> unit.citation().equals(id))
                        .findFirst()
                        .ifPresent(this::unit);
            }
            return !title.isEmpty();
        }

        private Wording wording() {
            return book.framework().wording();
        }

        private void test(Assertion test) throws IOException {
            Evaluator evaluator = new Evaluator(
                    book, wiring.catalog(), wiring.settings().schedule().zone());
            title = test.id() + "  " + test.says();
            line("Looks at", evaluator.noun(test.source()) + " (" + test.source() + "), " + where(test.source()));
            test.with().forEach((name, reading) -> line("beside it", name + ": " + reading));
            line(
                    "Of these",
                    test.where().given() && !test.where().text().equals("true")
                            ? test.where().text()
                            : "all");
            line("Conform", test.expect().text());
            if (test.across().given()) {
                line("and each", "account or region in scope: " + test.across().text());
            }
            if (!test.particulars().chosenBy().isEmpty()) {
                line("Asked", "where " + test.particulars().chosenBy() + " names something or says yes");
            }
            if (!test.particulars().restsOn().isEmpty()) {
                line("Rests on", test.particulars().restsOn());
            }
            line("Deviates", test.deviation() + " (severity " + JsonWords.lower(test.severity()) + ")");
            if (test.particulars().events()) {
                line("", "what happened: a later day does not mend it");
            }
            if (!test.vanished().isEmpty()) {
                line("", "also what is gone from one day to the next");
            }
            line("Remedy", test.remedy());
            line(
                    "Counts",
                    switch (test.timing()) {
                        case SNAPSHOT -> "the last sealed day of a month, at most 48 hours before its end";
                        case PERIOD -> "every sealed day of a month";
                        case ONCE -> "at least one sealed day of a month";
                    });
            test.parameters().forEach(name -> line("Threshold", threshold(name)));
            test.serves()
                    .forEach((citation, link) ->
                            line("Serves", citation + ", " + JsonWords.lower(link.strength()) + ": " + link.why()));
            if (test.serves().isEmpty()) {
                line("Serves", "no " + wording().unit() + "; it tells how far the evidence can be relied on");
            }
            line("May read", permissions(test));
            line("Newest night", newest(test));
            line("Stands at", test.position().toString());
        }

        private String where(String reading) {
            return wiring.catalog()
                    .source(reading)
                    .map(source -> switch (source.scope()) {
                        case ORGANIZATION -> "once for the organization";
                        case ACCOUNT -> "in every account in scope";
                        case REGION -> "in every enabled region of every account in scope";
                    })
                    .orElse(
                            reading.startsWith("registers.")
                                    ? "as the organization's book has them"
                                    : "as the collection itself has them");
        }

        private String threshold(String name) {
            Parameter parameter = book.parameters().get(name);
            return name + " = " + (parameter.value() + " " + parameter.unit()).strip()
                    + (parameter.policy().isBlank() ? " (tool default)" : " (" + parameter.policy() + ")");
        }

        private String permissions(Assertion test) {
            List<String> all = test.readings().stream()
                    .flatMap(reading -> wiring.catalog().source(reading).stream())
                    .flatMap(source -> source.permissions().stream())
                    .distinct()
                    .sorted()
                    .toList();
            return all.isEmpty() ? "nothing more" : String.join(", ", all);
        }

        /** Of the newest run that was judged, when there is a vault. */
        private String newest(Assertion test) throws IOException {
            if (!wiring.hasVault()) {
                return "there is no vault at " + wiring.settings().vault() + " yet";
            }
            try (Vault vault = wiring.vaultToRead()) {
                List<String> runs = vault.runIds();
                for (int i = runs.size() - 1; i >= 0; i--) {
                    Optional<Assessment> day = vault.assessment(runs.get(i));
                    if (day.isPresent()) {
                        return runs.get(i) + ": "
                                + day.get().judgements().stream()
                                        .filter(judged -> judged.assertion().equals(test.id()))
                                        .findFirst()
                                        .map(Explanation::words)
                                        .orElse("the book of that night did not have it")
                                + (day.get().book().equals(book.digest())
                                        ? ""
                                        : " (by another book than this one; see: exhibit mappings preview)");
                    }
                }
            }
            return "no run was judged yet";
        }

        private void document(Document document) {
            title = document.id() + "  " + document.says();
            line("Must show", document.required());
            line(
                    "Counts",
                    document.maxAgeDays() == 0
                            ? "as long as nobody replaces it"
                            : "for " + document.maxAgeDays() + " days from its approval");
            line(
                    "On file",
                    document.filed()
                            .map(filed -> filed.title() + ", version " + filed.version() + ", approved by "
                                    + filed.approver() + " on " + filed.approved() + " (" + filed.position() + ")")
                            .orElse("nothing"));
            document.serves().forEach((citation, why) -> line("Serves", citation + ": " + why));
        }

        private void unit(Control unit) {
            title = unit.citation() + "  " + unit.title();
            line(wording().quoted() ? "Rule" : "In our words", unit.text());
            String kind = wording().kinds().getOrDefault(unit.obligation(), "");
            if (!kind.isEmpty()) {
                line("Obligation", kind + "; " + unit.responsibility());
            }
            line(
                    "Tests show",
                    TestReach.strongest(book, unit.citation())
                            .map(strength -> strength == Assertion.Strength.DIRECT
                                    ? "what is asked for, as far as they see (direct)"
                                    : "what corroborates it (supporting)")
                            .orElse("nothing: no test bears on it"));
            for (Assertion test : book.assertions()) {
                Assertion.Link link = test.serves().get(unit.citation());
                if (link != null) {
                    line(test.id(), JsonWords.lower(link.strength()) + ": " + test.says() + ". " + link.why());
                }
            }
            for (Document document : book.documents()) {
                if (document.serves().containsKey(unit.citation())) {
                    line(document.id(), "document: " + document.says());
                }
            }
            if (!unit.unseen().isEmpty()) {
                line("Not seen", unit.unseen());
            }
        }

        private void line(String head, String text) {
            lines.add(new Line(head, text.replaceAll("\\s+", " ")));
        }
    }
}
