package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.User;
import io.exhibit.sandbox.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoBookTest {
    private static final SandboxOptions OPTIONS = SandboxOptions.defaults();

    @TempDir
    Path directory;

    private World end;

    @BeforeEach
    void write() throws Exception {
        DemoBook.write(directory, OPTIONS);
        end = Calls.world(DemoMonth.runAt(DemoMonth.MONTH.atEndOfMonth()));
    }

    @Test
    void bookHasFivePapersAndEveryRegisterThatIsShipped() throws Exception {
        try (Stream<Path> shipped = Files.list(Path.of("mappings/organization/registers"))) {
            assertThat(files(directory).keySet())
                    .containsAll(shipped.map(file -> "registers/" + file.getFileName())
                            .toList());
        }
        assertThat(files(directory).keySet())
                .hasSize(37)
                .contains("scope.yaml", "parameters.yaml", "documents.yaml", "decisions.yaml", "risk-acceptances.yaml")
                .contains("registers/leavers.yaml", "registers/finding_dispositions.yaml");
    }

    @Test
    void bookWrittenTwiceIsTheSame(@TempDir Path other) throws Exception {
        DemoBook.write(other, OPTIONS);
        assertThat(files(other)).isEqualTo(files(directory));
    }

    @Test
    void everyAccountIsDeclared() throws Exception {
        String scope = Files.readString(directory.resolve("scope.yaml"));
        for (Account account : Calls.world(DemoMonth.FIRST_RUN).accounts()) {
            assertThat(scope).contains("- id: '" + account.id() + "'\n    name: " + account.name());
        }
    }

    @Test
    void everyUserButTheTraineeHasAnIdentity() throws Exception {
        List<String> missing = end.accounts().stream()
                .flatMap(account -> end.users(account.id()).stream())
                .map(User::name)
                .filter(name -> !register("identities").contains(":user/" + name + "'"))
                .toList();
        assertThat(missing).containsExactly("old.trainee");
    }

    @Test
    void leaverIsOnTheListOfLeavers() {
        assertThat(register("leavers")).contains("user/j.lindqvist", "left_at: '2026-10-05T17:00:00Z'");
    }

    @Test
    void onePartnerIsApprovedAndTheVendorIsNot() {
        assertThat(register("approved_external_trusts"))
                .contains("999900001111")
                .doesNotContain("888877776666");
    }

    @Test
    void archivedFindingsHaveADisposition() {
        assertThat(end.threats("333344445555", "us-east-1"))
                .isNotEmpty()
                .allSatisfy(
                        threat -> assertThat(register("finding_dispositions")).contains(threat.id()));
    }

    /** On no day does the book hold what was approved later, and each of the month's books is another one. */
    @Test
    void bookGrowsWithTheMonth() throws Exception {
        Map<String, String> before = Map.of();
        for (DemoBook.Version version : DemoBook.VERSIONS) {
            DemoBook.write(directory, OPTIONS, version.day());
            assertThat(files(directory)).as(version.reason()).isNotEqualTo(before);
            before = files(directory);
            assertThat(approvals(before)).isNotEmpty().allMatch(day -> !day.isAfter(version.day()));
        }
        DemoBook.write(directory, OPTIONS);
        assertThat(files(directory))
                .as("the last one is that of the end of the month")
                .isEqualTo(before);
    }

    private static List<LocalDate> approvals(Map<String, String> files) {
        return files.values().stream()
                .flatMap(String::lines)
                .filter(line -> line.contains("approved: "))
                .map(line -> LocalDate.parse(line.replaceAll(".*approved: ", "")))
                .toList();
    }

    @Test
    void entriesAreSignedByPeopleWithAnOffice() throws Exception {
        assertThat(files(directory).values().stream()
                        .flatMap(String::lines)
                        .filter(line -> line.contains("approver: ")))
                .map(line -> line.replaceAll(".*approver: ", ""))
                .allMatch(approver -> approver.matches("'[A-Z][a-z]+ [A-Z][a-z]+, [A-Z][A-Za-z ]+'"));
    }

    private String register(String name) {
        try {
            return Files.readString(directory.resolve("registers/" + name + ".yaml"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> files(Path root) throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
