package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.node.NoticeFile;
import io.exhibit.cli.node.Stopping;
import io.exhibit.cli.node.Unattended;
import io.exhibit.cli.node.Watching;
import io.exhibit.cli.packs.Deliveries;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.Observer;
import io.exhibit.run.watch.Failures;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month from its draft to its receipt, by a node and the commands of those who look after it. */
@OneJdk
class ApproveCommandTest {

    private static final String JANE = "Jane Doe, Security Official";

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private final YearMonth month = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
    private final String pack = "EH-public-" + month;
    private String settings;
    private Wiring wiring;

    @BeforeEach
    void logOneRun() throws IOException {
        settings = Files.writeString(
                        folder.resolve("exhibit.yaml"),
                        TinyBook.SETTINGS
                                + "pack: {approval: required, profile: public, deliver: [{name: auditor, folder: out}]}\n")
                .toString();
        wiring = new Wiring(SettingsReader.read(Path.of(settings)), console.console());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        Instant due = month.atDay(5).atTime(2, 15).toInstant(ZoneOffset.UTC);
        try (Vault vault = wiring.vaultToWrite(() -> due)) {
            vault.seal(SealedRuns.without(month + "-05T021500Z", due, Outcome.FAILED, "unreachable"));
        }
    }

    private int run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--settings";
        all[arguments.length + 1] = settings;
        return Main.run(console.console(), all);
    }

    @Test
    void aMaskedPackWaitsIsApprovedIsIssuedAndIsDelivered() throws IOException {
        SystemClock clock = new SystemClock();
        Unattended node = new Unattended(
                wiring,
                clock,
                Stopping.never(pause -> false),
                List.of(new Deliveries(wiring, clock, console.console(), Observer.NONE)),
                console.console(),
                Observer.NONE);

        node.pack(month);
        node.pack(month);

        assertThat(console.err())
                .containsOnlyOnce("It is not issued before somebody approved it: exhibit approve " + pack);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(told(clock)).contains("NEW: The draft of " + pack + " waits for approval");
        assertThat(told(clock)).as("told once").isEmpty();

        for (String unfit : List.of("jane@example.org, Security Official", "Jane Doe", "Jane Doe, ", ", Official")) {
            assertThat(run("approve", pack, "--as", unfit, "--reason", "Read"))
                    .as(unfit)
                    .isEqualTo(ExitCode.USAGE);
        }
        assertThat(run("approve", "October", "--as", JANE, "--reason", "Read")).isEqualTo(ExitCode.USAGE);
        assertThat(run("approve", pack, "--as", JANE, "--reason", "Read")).isZero();

        assertThat(folder.resolve("out").resolve(pack + ".zip")).exists();
        assertThat(folder.resolve("out").resolve(pack + ".secret")).doesNotExist();
        String cover;
        try (var pdf =
                Loader.loadPDF(folder.resolve("out").resolve(pack + ".pdf").toFile())) {
            cover = new PDFTextStripper().getText(pdf);
        }
        assertThat(cover).contains("Approved by").contains("a person whom").doesNotContain("Jane Doe", "DRAFT");
        try (Vault vault = wiring.vaultToRead()) {
            assertThat(vault.releases())
                    .singleElement()
                    .satisfies(release -> assertThat(release.approver()).isEqualTo(JANE));
            assertThat(vault.receipts())
                    .singleElement()
                    .satisfies(receipt -> assertThat(receipt.channel()).isEqualTo("auditor"));
        }

        assertThat(told(clock)).contains("OVER").contains(pack);

        assertThat(run("deliver", "--list")).isZero();
        assertThat(console.out()).contains(pack + "  auditor  3 files arrived, folder ");
        assertThat(run("deliver")).isZero();
        assertThat(console.out()).contains("Nothing is owed.");
        assertThat(run("deliver", "--pack", pack, "--channel", "auditer")).isEqualTo(ExitCode.SETTINGS);
        assertThat(console.err()).contains("Did you mean auditor?");
        Files.writeString(folder.resolve("out").resolve(pack + ".zip"), "other");
        assertThat(run("deliver", "--pack", pack)).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(console.err())
                .contains(pack + " was not delivered by auditor (folder ")
                .contains("lies another file " + pack + ".zip. It is left as it is")
                .contains("When it is mended: exhibit deliver");
    }

    /** What a look tells of the approval. */
    private String told(SystemClock clock) throws IOException {
        Watching watching = new Watching(
                wiring,
                clock,
                console.console(),
                new NoticeFile(folder.resolve("state")),
                new Failures(),
                Observer.NONE,
                List::of);
        return watching.carryOut(clock.instant())
                .lines()
                .filter(line -> line.contains("pproval"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aListOfNoDeliveriesSaysWhyItIsEmpty() throws IOException {
        assertThat(run("deliver", "--list")).isZero();
        assertThat(console.out()).isEqualTo("No pack was delivered, and none is owed.\n");

        Files.writeString(folder.resolve("exhibit.yaml"), "pack: {profile: public}\n");
        assertThat(run("deliver", "--list", "--channel", "auditor")).isZero();
        assertThat(console.out()).endsWith("The settings name no channel. Write where packs go: pack.deliver.\n");
    }

    @Test
    void aReceiverWhoFailsAgainAndAgainIsAskedLessOften() throws IOException {
        Files.writeString(
                folder.resolve("exhibit.yaml"), "pack: {deliver: [{name: auditor, folder: exhibit.yaml/out}]}\n");
        wiring = new Wiring(SettingsReader.read(Path.of(settings)), console.console());
        SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-01T06:00:00Z"));
        try (Vault vault = wiring.vaultToWrite(clock)) {
            wiring.settings().pack().routes(clock).forEach(route -> name(vault, route));
            vault.sealPack("EH-2026-10", "ab".repeat(32));
        }
        Deliveries deliveries = new Deliveries(wiring, clock, console.console(), Observer.NONE);

        int said = 0;
        for (int hour = 0; hour < 24; hour++) {
            clock.begin(Instant.parse("2026-11-01T06:00:00Z").plusSeconds(3600L * hour));
            deliveries.carryOut(clock.instant());
            said = console.err().split("was not delivered by auditor").length - 1;
            if (hour == 0) {
                assertThat(console.err()).contains("It is tried again with the next hourly look.");
            }
        }

        assertThat(said).as("at hours 0, 1, 2, 4, 8, 14 and 20").isEqualTo(7);
        assertThat(console.err())
                .contains("It failed 3 times; it is tried again in 2 hours, or at once with: exhibit deliver --pack");
    }

    private static void name(Vault vault, io.exhibit.run.Route route) {
        try {
            vault.nameChannel(route.delivery().channel(), route.delivery().to());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
