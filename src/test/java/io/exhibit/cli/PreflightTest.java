package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.runs.PreflightReport;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.Preflight;
import io.exhibit.run.Reliance;
import io.exhibit.sandbox.DemoBook;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OneJdk
class PreflightTest {

    /** GuardDuty is denied in a region of one account on that night. */
    private static final Instant NIGHT = Instant.parse("2026-10-14T02:15:00Z");

    @TempDir
    private static Path folder;

    private static final SimulatedClock CLOCK = new SimulatedClock(DemoMonth.FIRST_RUN);
    private static Sandbox sandbox;
    private static Wiring wiring;
    private static Book book;
    private static AwsClients clients;

    @BeforeAll
    static void open() throws IOException {
        SandboxOptions options = SandboxOptions.defaults().withNow(NIGHT);
        sandbox = Sandbox.start(options);
        DemoBook.write(folder.resolve("organization"), options);
        wiring = new Wiring(
                SettingsReader.defaults(folder)
                        .withOrganization(folder.resolve("organization"))
                        .withEndpoint(sandbox.endpoint()),
                Consoles.quiet());
        book = wiring.book();
        clients = wiring.simulatedClients(CLOCK, sandbox.endpoint());
    }

    @AfterAll
    static void close() {
        clients.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kms.GetKeyPolicy=denied",
                "iam@333344445555=denied inspector2/us-west-2=scp-denied",
                "sts.AssumeRole=denied",
                "organizations.ListAccounts=denied",
                "ec2.DescribeRegions@444455556666=denied"
            })
    void whatItSaysIsBlindIsWhatTheRunFindsBlind(String faults) throws IOException {
        sandbox.faults(Stream.of(faults.split(" "))
                .filter(spec -> !spec.isEmpty())
                .map(FaultSpec::parse)
                .toList());
        long before = sandbox.requests();
        Preflight.View view = look();
        long asked = sandbox.requests() - before;

        assertThat(blind(view)).isEqualTo(blind(run()));
        assertThat(asked).isLessThan(sandbox.requests() - before - asked);
    }

    @Test
    void itNamesTheTestsTheParagraphsAndTheActionThatIsMissing() throws IOException {
        sandbox.faults(List.of(FaultSpec.parse("kms.GetKeyPolicy@333344445555=denied")));
        PreflightReport report = new PreflightReport(look(), book.scope(), new Reliance(book));

        assertThat(String.join("\n", report.lines()))
                .contains("Asked 5 accounts and 3 regions")
                .contains("Not asked: 666677778888 old-analytics, which is SUSPENDED, and out of scope.")
                .contains("denied by the collector's own policies: kms:GetKeyPolicy", "in 333344445555/", "KMS-03")
                .contains("denied by a control policy of the organization: guardduty:ListDetectors")
                .contains("\"Action\": [\"kms:GetKeyPolicy\"]");
        assertThat(report.json()).contains("\"operation\" : \"kms:GetKeyPolicy\"", "\"164.312(a)(2)(iv)\"");
    }

    /** As {@code collect} counts it; a preflight that calls it all clear would be contradicted by the first run. */
    @Test
    void anAccountInScopeThatIsNotActiveIsBlind() throws IOException {
        sandbox.faults(List.of());
        Preflight.View view = new Preflight.View(
                Optional.empty(), 1, List.of(), look().closed(), new TreeMap<>(), List.of(), new TreeSet<>());
        Scope everything = new Scope("Example", "", "", Map.of(), Map.of());

        PreflightReport report = new PreflightReport(view, everything, new Reliance(book));
        assertThat(report.blind()).isTrue();
        assertThat(report.lines())
                .contains("Nothing else is blind.")
                .contains(
                        "Not asked: 666677778888 old-analytics, which is SUSPENDED, and in scope: every run counts it as"
                                + " blind until an entry of the book takes it out of the scope.");
        assertThat(new PreflightReport(view, book.scope(), new Reliance(book)).blind())
                .as("the book takes it out")
                .isFalse();
    }

    private static Preflight.View look() throws IOException {
        return wiring.preflight(clients, CLOCK).look();
    }

    private static RunRecord run() throws IOException {
        try (Vault vault = wiring.vaultToWrite(CLOCK)) {
            return wiring.collectRun(vault, clients, CLOCK, Pauses::none, book, "simulated")
                    .collect(NIGHT);
        }
    }

    private static SortedSet<String> blind(Preflight.View view) {
        SortedSet<String> all = new TreeSet<>();
        view.blind().forEach(b -> all.add(b.target() + " " + b.source().key() + " " + words(b.gap())));
        return all;
    }

    private static SortedSet<String> blind(RunRecord run) {
        SortedSet<String> all = new TreeSet<>();
        run.units()
                .forEach(unit -> unit.parts()
                        .forEach(part -> part.gaps().stream()
                                .filter(gap -> gap.cause() != Cause.ACCOUNT_NOT_ACTIVE)
                                .forEach(gap -> all.add(unit.target() + " " + part.source() + " " + words(gap)))));
        return all;
    }

    private static String words(Gap gap) {
        return gap.call().operation() + ": " + gap.cause().words();
    }
}
