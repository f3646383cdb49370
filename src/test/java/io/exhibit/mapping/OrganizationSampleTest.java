package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Book;
import io.exhibit.control.Document;
import io.exhibit.control.Parameter;
import io.exhibit.control.Problem;
import io.exhibit.control.Scope.AccountScope;
import io.exhibit.evidence.RunRecord.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The set that an officer starts from is read without a mistake, and counts for nothing. */
class OrganizationSampleTest {

    private static final Path SHIPPED = Path.of("mappings");
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);

    @TempDir
    private Path folder;

    @Test
    void everyAddressableUnitDocumentParameterAndRegisterHasAPlace() throws IOException {
        Map<String, String> files = made(SHIPPED, List.of(), List.of());

        assertThat(found("(?m)^- citation: '(.*)'$", files.get("decisions.yaml")))
                .hasSize(22);
        assertThat(found("(?m)^- id: (MAN-.*)$", files.get("documents.yaml")))
                .isEqualTo(book(SHIPPED, null).documents().stream()
                        .map(Document::id)
                        .toList());
        assertThat(found("(?m)^# ([a-z0-9_]+):$", files.get("parameters.yaml")))
                .containsExactlyInAnyOrderElementsOf(
                        book(SHIPPED, null).parameters().keySet());
        assertThat(files.keySet().stream()
                        .filter(name -> name.startsWith("registers/"))
                        .map(name -> name.replaceAll("registers/|\\.yaml", "")))
                .containsExactlyElementsOf(found(
                        "(?m)^([a-z_]+):$",
                        Files.readString(SHIPPED.resolve("registers.yaml")).replaceAll("#.*", "")));
    }

    @Test
    void nothingOfItCountsAndWhatIsToBeSignedIsWarnedOf() throws IOException {
        write(made(SHIPPED, List.of(account("claims-prod")), List.of("us-east-1")));

        MappingReader.Result read = MappingReader.read(SHIPPED, folder, "hipaa-security-rule", TODAY);
        Book book = read.book().orElseThrow();
        assertThat(read.warnings()).extracting(Problem::code).containsOnly("does-not-count");
        assertThat(read.warnings()).hasSize(22 + 32);
        assertThat(book.registers().values())
                .hasSize(32)
                .allSatisfy(register ->
                        assertThat(register.entries()).isNotEmpty().noneMatch(entry -> entry.counts(TODAY)));
        assertThat(book.acceptances()).isNotEmpty().noneMatch(accepted -> accepted.counts(TODAY));
        assertThat(book.decisions()).isEmpty();
        assertThat(book.documents())
                .hasSize(32)
                .allSatisfy(document -> assertThat(document.filed()).isEmpty());
        assertThat(book.scope().facts()).isEmpty();
        assertThat(book.scope().accounts().values())
                .singleElement()
                .isEqualTo(new AccountScope("111122223333", "claims-prod", true, Optional.empty(), "", "", null));
        assertThat(book.scope().regions()).containsOnlyKeys("us-east-1");
        assertThat(values(book)).isEqualTo(values(book(SHIPPED, null)));
    }

    @Test
    void accountsStandInTheOrderInWhichTheyWereFound() throws IOException {
        Map<String, String> files = made(
                SHIPPED,
                List.of(
                        new Account("999988887777", "second", "ACTIVE", "/", true),
                        new Account("111122223333", "first", "SUSPENDED", "/", false)),
                List.of());

        assertThat(files.get("scope.yaml"))
                .containsSubsequence(
                        "\n- id: '999988887777'  # the management account\n  name: second\n",
                        "\n- id: '111122223333'  # SUSPENDED\n  name: first\n");
    }

    /** Names are whatever somebody gave an account. */
    @Test
    void everyNameReadsBackAsItIs() throws IOException {
        List<String> names = List.of(
                "x\n- id: '000000000000'\n  ephi: no",
                "a\r\nregions: []",
                "prod # not ours",
                "prod: yes",
                "yes",
                "~",
                "164.310",
                "- a",
                "!%00",
                "{a: b}",
                "'\"\\'",
                "*a &b",
                "\u202Eevil\u2066",
                "a\u2028b\u0085c",
                "\u0000\u0007\u007F",
                "\uFEFFname",
                "Clínica 診療所 😀",
                "a\tb",
                "%TAG ! x",
                "---",
                "=CMD|' /C calc'!A0",
                "x".repeat(10_000));
        List<Account> accounts = new ArrayList<>();
        for (String name : names) {
            accounts.add(new Account("1111222200" + (10 + accounts.size()), name, "A\n- id: x", "/", false));
        }
        write(made(SHIPPED, accounts, List.of()));

        assertThat(book(SHIPPED, folder).scope().accounts().values())
                .extracting(AccountScope::name)
                .containsExactlyElementsOf(names);
    }

    @Test
    void halfACharacterBecomesTheCharacterForThat() throws IOException {
        write(made(SHIPPED, List.of(account("a\uD83Db")), List.of()));

        assertThat(book(SHIPPED, folder).scope().accounts().get("111122223333").name())
                .isEqualTo("a\uFFFDb");
    }

    /** Whoever takes the "# " away from a threshold and changes nothing has the threshold of the tool. */
    @Test
    void everyThresholdCanBeUncommentedAsItStands() throws IOException {
        Map<String, String> files = made(SHIPPED, List.of(), List.of());
        files.put(
                "parameters.yaml",
                files.get("parameters.yaml").replaceAll("(?m)^# (?=[a-z0-9_]+:$|  value: |  policy: )", ""));
        write(files);

        assertThat(values(book(SHIPPED, folder))).isEqualTo(values(book(SHIPPED, null)));
        assertThat(files.get("parameters.yaml"))
                .contains("access_key_max_age_days:\n  value: 90  # days\n  policy: ''\n");
    }

    @Test
    void aRegisterOfOnesOwnGetsASampleToo() throws IOException {
        Path mine = folder.resolve("mine");
        copyOf(Path.of("src/test/resources/mappings/good"), mine);
        Files.writeString(
                mine.resolve("registers.yaml"),
                Files.readString(mine.resolve("registers.yaml"))
                        + "robots:\n  arm: {needed: yes}\n  since: {type: time, needed: yes}\n");
        OrganizationSample.Result made = OrganizationSample.of(mine, "rule", List.of(), List.of());
        assertThat(made.problems()).isEmpty();
        Path own = folder.resolve("own");
        write(own, made.files());

        assertThat(made.files().keySet())
                .filteredOn(name -> name.startsWith("registers/"))
                .containsExactly("registers/approved_admins.yaml", "registers/leavers.yaml", "registers/robots.yaml");
        MappingReader.Result read = MappingReader.read(mine, own, "rule", TODAY);
        assertThat(read.problems()).isEmpty();
        assertThat(read.book().orElseThrow().registers().get("robots").entries())
                .hasSize(1)
                .noneMatch(entry -> entry.counts(TODAY));
    }

    private static Account account(String name) {
        return new Account("111122223333", name, "ACTIVE", "/", false);
    }

    private static Map<String, String> made(Path mappings, List<Account> accounts, List<String> regions) {
        OrganizationSample.Result made = OrganizationSample.of(mappings, "hipaa-security-rule", accounts, regions);
        assertThat(made.problems()).isEmpty();
        return made.files();
    }

    private void write(Map<String, String> files) throws IOException {
        write(folder, files);
    }

    private static void write(Path to, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = to.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static void copyOf(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static Book book(Path mappings, Path organization) {
        MappingReader.Result read = MappingReader.read(mappings, organization, "hipaa-security-rule");
        assertThat(read.problems()).isEmpty();
        return read.book().orElseThrow();
    }

    private static Map<String, Object> values(Book book) {
        return book.parameters().values().stream().collect(Collectors.toMap(Parameter::name, Parameter::value));
    }

    private static List<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
