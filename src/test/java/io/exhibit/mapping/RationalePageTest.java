package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Document;
import io.exhibit.control.TestReach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages for a reviewer: every link of the default mapping with its reason, and what the first reading found. */
class RationalePageTest {

    private static final Path PAGE = Path.of("src/site/markdown/rationale.md");
    private static final Path READING = Path.of("src/site/markdown/first-reading.md");

    /** Proposed at first, and answered on the page in another way. */
    private static final Set<String> NOT_SHIPPED =
            Set.of("AA-04", "ART-06", "ART-07", "IAM-17", "IAM-22", "KMS-04", "ORG-04", "ORG-07");

    private static final String HEAD = """
            # Every link of the default mapping, with its reason

            For whoever reviews the mapping. It is made from the book in `mappings/`, and a test fails while the two differ. Each
            row is a claim: the test or document on the left bears on the unit, this strongly, for this reason. *Direct*: the
            reading is what the paragraph asks for, for what is read of AWS. *Supporting*: it corroborates. A *document* is what
            people must have on file; it is no automated evidence. OCR's words are the key activity of the audit protocol whose
            inquiry asks about the unit. What the first reading of the draft found is on [a page of its own](first-reading.md).

            What a test asks and of what, its threshold and its newest result: `exhibit mappings explain ID`.

            """;

    private final Book book = MappingReader.read(Path.of("mappings"), null, "hipaa-security-rule")
            .book()
            .orElseThrow();

    @Test
    void thePageHasTheLinksOfTheBook() throws IOException {
        String now = page();
        if (Boolean.getBoolean("exhibit.regenerate")) {
            Files.writeString(PAGE, now);
        }
        assertThat(PAGE)
                .as("stale: run this test with -Dexhibit.regenerate=true and look at the diff")
                .exists()
                .content()
                .isEqualTo(now);
    }

    @Test
    void everyTestAndDocumentThatTheReadingNamesIsInTheBookOrToldAsNotShipped() throws IOException {
        Set<String> known = new TreeSet<>(NOT_SHIPPED);
        book.assertions().forEach(test -> known.add(test.id()));
        book.documents().forEach(document -> known.add(document.id()));
        Set<String> named = new TreeSet<>();
        Pattern.compile("\\b(?:[A-Z]{2,5}|MAN)-[0-9]{2}[a-f]?\\b")
                .matcher(Files.readString(READING))
                .results()
                .forEach(found -> named.add(found.group()));

        assertThat(named).hasSizeGreaterThan(80);
        assertThat(known).containsAll(named);
    }

    @Test
    void everyRowOfTheReadingIsMarkedDoneOrAnswered() throws IOException {
        List<String> rows = Files.readAllLines(READING).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| What ") && !line.startsWith("|---"))
                .toList();

        assertThat(rows)
                .hasSizeGreaterThan(75)
                .allMatch(row -> row.contains("| done: ") || row.contains("| answered: "));
    }

    private String page() {
        StringBuilder page = new StringBuilder(HEAD);
        TestReach reach = TestReach.of(book);
        long links = book.assertions().stream()
                .mapToLong(test -> test.serves().size())
                .sum();
        long asked = book.documents().stream()
                .mapToLong(document -> document.serves().size())
                .sum();
        page.append("## What the tests can show\n\n| Evidence by tests | Units | Which |\n|---|---|---|\n");
        reach(page, "direct", reach.direct());
        reach(page, "supporting", reach.supporting());
        reach(page, "none: documents alone", reach.none());
        page.append(String.format(
                Locale.ROOT,
                "%n## The %d links of tests and %d of documents%n%n| Unit | By | Strength | Reason | OCR asks about |%n"
                        + "|---|---|---|---|---|%n",
                links,
                asked));
        book.framework().controls().forEach(unit -> unit(page, unit));
        page.append(
                "\n## Tests that serve no unit\n\nThey tell how far all others can be relied on.\n\n| Test | What is tested |\n"
                        + "|---|---|\n");
        book.assertions().stream()
                .filter(test -> test.serves().isEmpty())
                .forEach(test -> page.append("| " + test.id() + " | " + cell(test.says()) + " |\n"));
        return page.toString().replace("\r\n", "\n");
    }

    private static void reach(StringBuilder page, String strength, List<String> units) {
        page.append("| " + strength + " | " + units.size() + " | " + String.join(", ", units) + " |\n");
    }

    private void unit(StringBuilder page, Control unit) {
        for (Assertion test : book.assertions()) {
            Link link = test.serves().get(unit.citation());
            if (link != null) {
                row(page, unit, test.id(), link.strength().name().toLowerCase(Locale.ROOT), link.why());
            }
        }
        for (Document document : book.documents()) {
            String why = document.serves().get(unit.citation());
            if (why != null) {
                row(page, unit, document.id(), "document", why);
            }
        }
    }

    private static void row(StringBuilder page, Control unit, String by, String strength, String why) {
        page.append("| " + unit.citation() + " | " + by + " | " + strength + " | " + cell(why) + " | "
                + cell(unit.crosswalk().get("OCR audit protocol (HHS page of April 2016)")) + " |\n");
    }

    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").strip().replace("|", "\\|");
    }
}
