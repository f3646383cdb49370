package io.exhibit.cli.desk;

import io.exhibit.cli.book.Trial;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.book.BookDesk.Asked;
import io.exhibit.console.book.BookDesk.Tried;
import io.exhibit.console.page.Unavailable;
import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.evaluate.Compiler;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A test of a draft, or an expression beside it, asked of the newest stored evidence for a page. */
final class BookTrial {

    private static final int FIRST = 10;

    private BookTrial() {}

    static Tried of(Wiring wiring, Book book, Asked asked) throws IOException {
        try {
            if (!asked.expect().isEmpty()) {
                Trial trial = new Trial(asked.expect(), asked.source(), asked.where(), Map.of());
                List<Problem> problems = trial.problems(wiring, book);
                return problems.isEmpty() ? tried(trial.ask(wiring, book, null, FIRST)) : not(problems);
            }
            Optional<Assertion> test = book.assertions().stream()
                    .filter(each -> each.id().equals(asked.test()))
                    .findFirst();
            if (test.isEmpty()) {
                return not(List.of(new Problem(
                        "unknown-assertion",
                        new Position("", 1, 1),
                        "No test that can be read is called " + asked.test() + ".",
                        "")));
            }
            List<Problem> problems = Compiler.problems(book.with(List.of(test.get())), wiring.catalog());
            return problems.isEmpty() ? tried(Trial.ask(wiring, book, test.get(), null, FIRST)) : not(problems);
        } catch (Stop | VaultException e) {
            throw new Unavailable("It could not be tried: " + Ending.of(e).message(), e);
        }
    }

    private static Tried not(List<Problem> problems) {
        return new Tried("", List.of(), "", problems);
    }

    private static Tried tried(Trial.Outcome outcome) {
        long left = outcome.all() - outcome.shown().size();
        return new Tried(
                outcome.words(),
                outcome.shown().stream().map(Trial.Outcome::words).toList(),
                left == 0 ? "" : "These are " + outcome.shown().size() + " of " + outcome.all() + ".",
                List.of());
    }
}
