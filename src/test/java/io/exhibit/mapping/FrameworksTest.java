package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Book;
import io.exhibit.control.Document;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A second framework beside the one of the good mapping: what belongs to the book of each. */
class FrameworksTest {

    private static final String HEAD = "id: list\ntitle: A list of ours\ntext: own\n";
    private static final String UNITS = """
            section: People
            controls:
              - citation: L-1
                title: Second factor
                text: People sign in with a second factor.
              - citation: L-2
                title: Leaving
                text: Who leaves loses access.
            """;
    private static final String LINKS = """
            links:
              - {id: IAM-01, unit: L-1, strength: direct, why: The reading is what the unit asks.}
              - {id: MAN-21, unit: L-2, why: The procedure says who takes access away.}
            """;
    private static final String QUALIFYING = """
            - id: COL-01
              says: Every account was read
              source: collection.accounts
              expect: record.answered
              deviation: "{account} was not read"
              remedy: Look into the log
              qualifies: all
            """;

    private final Map<String, byte[]> files = files();

    @Test
    void aBookHoldsTheLinksOfItsFrameworkAlone() {
        assertThat(served(book("list"))).isEqualTo(Map.of("COL-01", "", "IAM-01", "L-1 DIRECT"));
        assertThat(served(book("rule")))
                .isEqualTo(Map.of("COL-01", "", "IAM-01", "164.312(d) DIRECT", "IAM-06", "164.312(d) SUPPORTING"));
        assertThat(book("list").documents())
                .extracting(Document::serves)
                .containsExactly(Map.of("L-2", "The procedure says who takes access away."));
    }

    @Test
    void anAssertionOfOtherFrameworksAloneIsJudgedByNightAndNotInTheBook() {
        assertThat(book("list").elsewhere()).extracting(Assertion::id).containsExactly("IAM-06");
        assertThat(book("list").nightly()).extracting(Assertion::id).containsExactly("COL-01", "IAM-01", "IAM-06");
        assertThat(book("rule").elsewhere()).isEmpty();
    }

    @Test
    void aLinkUnderServesCountsForAnyFramework() {
        put(
                "assertions/iam.yaml",
                text("assertions/iam.yaml")
                        .replaceFirst(
                                "  serves:\n    164.312\\(d\\): \\{strength: supporting",
                                "  serves:\n    L-2: {strength: supporting, why: It bears on leaving too}\n"
                                        + "    164.312(d): {strength: supporting"));

        assertThat(served(book("list"))).containsEntry("IAM-06", "L-2 SUPPORTING");
        assertThat(served(book("rule"))).containsEntry("IAM-06", "164.312(d) SUPPORTING");
    }

    @Test
    void theLinksOfAnotherFrameworkDoNotChangeABook() {
        String before = book("rule").digest();
        put("frameworks/list/links.yaml", LINKS.replace("what the unit asks", "all that the unit asks"));

        assertThat(book("rule").digest()).isEqualTo(before);
    }

    @Test
    void factsAndOwnersOfAnotherFrameworkStayOutOfTheBook() {
        assertThat(book("rule").scope().facts()).containsOnlyKeys("group_health_plan");
        assertThat(book("list").scope().facts()).isEmpty();
    }

    /** A pack has the folder of its own framework alone; decisions, owners and links of the others are in it all the same. */
    @Test
    void theFilesOfOneFrameworkAreReadAsTheSameBook() {
        SourceFiles all = SourceFiles.of(files);
        for (String framework : new String[] {"rule", "list"}) {
            Map<String, byte[]> carried = Digests.bytes(Digests.files(all, all.under("organization/"), framework));
            MappingReader.Result again = MappingReader.read(carried, framework);

            assertThat(again.problems()).isEmpty();
            assertThat(served(again.sound())).isEqualTo(served(book(framework)));
            assertThat(again.sound().documents()).isEqualTo(book(framework).documents());
            assertThat(again.sound().scope()).isEqualTo(book(framework).scope());
            assertThat(again.sound().digest()).isEqualTo(book(framework).digest());
        }
    }

    @Test
    void aQuotedTextNeedsItsDigestAndOneOfOursNone() {
        put("frameworks/list/framework.yaml", HEAD.replace("own", "quoted") + "words: {author: the law}\n");

        assertThat(read("list").problems())
                .extracting(Object::toString)
                .containsExactly(
                        "frameworks/list/units.yaml:3:5: The key digest is missing or empty. [missing-key]",
                        "frameworks/list/units.yaml:6:5: The key digest is missing or empty. [missing-key]");

        put("frameworks/list/framework.yaml", HEAD);
        put("frameworks/list/units.yaml", UNITS + "    digest: " + Sha256.hex("Who leaves keeps access.") + "\n");
        assertThat(read("list").problems())
                .extracting(problem -> problem.code())
                .containsExactly("text-digest");
    }

    @Test
    void aFrameworkThatIsNotThereIsToldWithThoseThatAre() {
        assertThat(read("lust").problems())
                .extracting(Object::toString)
                .containsExactly(
                        "frameworks/lust:1:1: There is no framework lust. Did you mean list? [unknown-framework]");
        assertThat(read("nothing like it").problems())
                .extracting(problem -> problem.hint())
                .containsExactly("There is: list, rule.");
    }

    private static Map<String, String> served(Book book) {
        return book.assertions().stream()
                .collect(Collectors.toMap(
                        Assertion::id,
                        test -> test.serves().entrySet().stream()
                                .map(e -> e.getKey() + " " + strength(e.getValue()))
                                .collect(Collectors.joining(", "))));
    }

    private static Strength strength(Link link) {
        return link.strength();
    }

    private Book book(String framework) {
        MappingReader.Result read = read(framework);
        return read.book().orElseThrow(() -> new AssertionError(read.problems()));
    }

    private MappingReader.Result read(String framework) {
        SourceFiles all = SourceFiles.of(files);
        return MappingReader.read(all, all.under("organization/"), framework, Optional.empty(), new Problems());
    }

    private void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files() {
        Path good = Path.of("src/test/resources/mappings/good");
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(good)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                files.put(good.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map.of(
                        "frameworks/list/framework.yaml", HEAD,
                        "frameworks/list/units.yaml", UNITS,
                        "frameworks/list/links.yaml", LINKS,
                        "assertions/collection.yaml", QUALIFYING)
                .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
