package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.HandClock;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.monitor.Meters;
import io.exhibit.run.Observer;
import io.exhibit.run.Observers;
import io.exhibit.run.Readiness;
import io.exhibit.run.watch.Failures;
import io.exhibit.run.watch.Told;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that looks at itself: what keeps it from looking is told like everything else. */
@OneJdk
class WatchingTest {

    private static final Instant FIRST = Instant.parse("2026-10-05T02:15:00Z");
    private static final String FAILED = "collection:2026-10-05T02:15:00Z";

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(FIRST);
    private final Map<String, Long> counted = new TreeMap<>();
    private final Meters meters = new Meters(clock, "0.1.0");
    private final Consoles console = Consoles.listening();
    private List<Readiness> ready = List.of();
    private Wiring wiring;
    private Watching watching;

    @BeforeEach
    void logAFailedNight() throws IOException {
        Files.createDirectories(folder.resolve("own"));
        Path settings = Files.writeString(folder.resolve("exhibit.yaml"), "organization: own\n");
        wiring = new Wiring(SettingsReader.read(settings), console.console());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        try (Vault vault = wiring.vaultToWrite(clock)) {
            vault.seal(SealedRuns.without("2026-10-05T021500Z", FIRST, Outcome.FAILED, "unreachable: no route"));
        }
        watching = new Watching(
                wiring,
                clock,
                console.console(),
                new NoticeFile(folder.resolve("state")),
                new Failures(),
                new Observers(List.of(meters, new Observer() {
                    @Override
                    public void alarms(Map<String, Long> going) {
                        counted.putAll(going);
                    }
                })),
                () -> ready);
    }

    @Test
    void aFailedNightIsToldAndCountedWithoutAnybodyInTheSettings() throws IOException {
        assertThat(look()).contains("NEW: No evidence of 2026-10-05: unreachable");
        assertThat(counted).containsEntry("collection", 1L).containsEntry("blind", 0L);
        assertThat(look()).isEmpty();
    }

    @Test
    void aBookWithAMistakeIsToldAndEndsNothing() throws IOException {
        look();
        Path broken = Files.writeString(folder.resolve("own/owners.yaml"), "nonsense: [\n");

        assertThat(look())
                .isEqualTo("NEW: The mappings or the organization's book cannot be used")
                .doesNotContain("OVER");
        assertThat(going()).containsOnlyKeys(FAILED, "work:book");

        Files.delete(broken);
        assertThat(look()).isEqualTo("OVER: The mappings or the organization's book cannot be used");
    }

    @Test
    void aVaultThatCannotBeReadIsToldAndEndsNothing() throws IOException {
        look();
        Path format = wiring.settings().vault().folder().orElseThrow().resolve("FORMAT");
        byte[] kept = Files.readAllBytes(format);
        Files.writeString(format, "something else");

        assertThat(look()).isEqualTo("NEW: The vault could not be read");
        assertThat(going()).containsOnlyKeys(FAILED, "vault:read");

        Files.write(format, kept);
        assertThat(look()).isEqualTo("OVER: The vault could not be read");
    }

    @Test
    void aVaultThatIsGoneIsToldAndEndsNothing() throws IOException {
        look();
        Path vault = wiring.settings().vault().folder().orElseThrow();
        Files.move(vault, folder.resolve("elsewhere"));
        ready = List.of(new Readiness("vault", false, "it is not there"));

        assertThat(look()).isEqualTo("NEW: Not there: the vault");
        assertThat(going()).containsOnlyKeys(FAILED, "vault:vault");

        Files.move(folder.resolve("elsewhere"), vault);
        ready = List.of();
        assertThat(look()).isEqualTo("OVER: Not there: the vault");
        assertThat(going()).containsOnlyKeys(FAILED);
    }

    @Test
    void whatTheNextRunNeedsAndIsNotThereIsTold() throws IOException {
        ready = List.of(new Readiness("key", false, "the key is not there"), new Readiness("schedule", true, ""));

        assertThat(look()).contains("NEW: Not there: the key");
        ready = List.of();
        assertThat(look()).isEqualTo("OVER: Not there: the key");
    }

    /** Killed between sealing and judging: what the night before it found is not over for that. */
    @Test
    void aNightThatWasNotJudgedYetEndsNothingThatWasFound() throws IOException {
        Instant second = FIRST.plus(Duration.ofDays(1));
        clock.set(second);
        SimulatedClock night = new SimulatedClock(second);
        try (Sandbox sandbox =
                        Sandbox.start(SandboxOptions.defaults().withAccounts(1).withNow(second));
                AwsClients clients = wiring.simulatedClients(night, sandbox.endpoint())) {
            CollectCommand.collect(
                    wiring,
                    clients,
                    night,
                    Pauses::none,
                    new Night(second, "", () -> false),
                    wiring.book(),
                    "simulated");
        }
        look();
        Set<String> found = going().keySet().stream()
                .filter(key -> key.matches("(finding|certificate|report|agreement):.*"))
                .collect(Collectors.toSet());
        assertThat(found).isNotEmpty();

        Instant third = second.plus(Duration.ofDays(1));
        clock.set(third.plusSeconds(60));
        collect("2026-10-07T021500Z", third);

        assertThat(look()).doesNotContain("OVER: New critical", "OVER: A certificate");
        assertThat(going().keySet()).containsAll(found);
    }

    /** DESIGN: in scope and not read is unknown, also where it never could be read; what somebody took out of the scope is neither. */
    @Test
    void whatIsBlindIsWhatTheScopeHasAndNobodyRead() throws IOException {
        Instant second = FIRST.plus(Duration.ofDays(1));
        clock.set(second.plusSeconds(60));
        collect("2026-10-06T021500Z", second);

        look();
        assertThat(meters.scrape()).contains("exhibit_source_blind{source=\"iam.users\"} 1.0");
        assertThat(counted).as("it never could be read, and is no news").containsEntry("blind", 0L);

        Files.writeString(folder.resolve("own/scope.yaml"), """
                accounts:
                  - id: '666677778888'
                    in_scope: no
                    reason: Suspended, nothing runs there
                    approver: Jane Doe, Security Official
                    approved: 2026-01-12
                """);
        look();
        assertThat(meters.scrape()).contains("exhibit_source_blind{source=\"iam.users\"} 0.0");
    }

    /** A run that read one account, and could not ask the other. */
    private void collect(String id, Instant due) throws IOException {
        Gap gap = new Gap(Call.of("sts:AssumeRole"), Cause.ACCOUNT_NOT_ACTIVE, "", "", "");
        try (Vault vault = wiring.vaultToWrite(clock);
                RunWriter run = vault.begin(id)) {
            List<Unit> units = List.of(unit(run, "111122223333", List.of()), unit(run, "666677778888", List.of(gap)));
            run.seal(new RunRecord(id, due, due, due, Outcome.GAPS, "", "aws", "", "", List.of(), Map.of(), units));
        }
    }

    private static Unit unit(RunWriter run, String account, List<Gap> gaps) throws IOException {
        try (RunWriter.UnitWriter unit = run.unit(Target.global(account))) {
            return unit.commit(List.of(new Part("iam.users", 0, 0, 0, Lists.NONE, List.of(), gaps, 0, 0)));
        }
    }

    private String look() throws IOException {
        clock.set(clock.instant().plus(Duration.ofMinutes(5)));
        return watching.carryOut(clock.instant());
    }

    private Map<String, Told.Going> going() throws IOException {
        return new NoticeFile(folder.resolve("state")).load().orElseThrow().going();
    }
}
