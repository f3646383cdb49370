package io.exhibit.cli.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.Main;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.Checked.State;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.Target;
import io.exhibit.run.RunClock;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OneJdk
class DoctorTest {

    private static final RunClock RIGHT = new SystemClock();
    private static final Instant DUE = Instant.parse("2026-10-05T02:15:00Z");

    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "not-a-secret");
        sandbox = Sandbox.start(SandboxOptions.defaults().withAccounts(1));
    }

    @AfterAll
    static void close() {
        sandbox.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void aNewInstallationHasNoTroubleAndIsLeftAsItWas() throws IOException {
        settings("");
        List<Checked> checks = checks(RIGHT);

        assertThat(checks)
                .extracting(Checked::name)
                .containsExactly(
                        "java",
                        "fonts",
                        "settings",
                        "mappings",
                        "key",
                        "vault",
                        "disk",
                        "schedule",
                        "credentials",
                        "clock");
        assertThat(checks).extracting(Checked::state).doesNotContain(State.TROUBLE);
        assertThat(found(checks, "settings")).contains("not AWS is asked, but http://127.0.0.1:");
        assertThat(found(checks, "credentials")).startsWith("arn:aws:iam::111122223333:");
        assertThat(found(checks, "schedule")).contains("collects next at", "T02:15Z[UTC]");
        assertThat(names(folder)).containsExactly("exhibit.yaml");
    }

    @Test
    void settingsWithAMistakeEndInTheirLineAndNothingIsConcludedFromThem() throws IOException {
        settings("  region: us-esat-1\n");
        Consoles console = Consoles.listening();

        int exit = Main.run(console.console(), "doctor", "--settings", folder + "/exhibit.yaml", "--json");

        assertThat(exit).isEqualTo(ExitCode.SETTINGS);
        JsonNode checks = new ObjectMapper().readTree(console.out()).path("checks");
        assertThat(checks).hasSize(3);
        assertThat(checks.get(2).fieldNames())
                .toIterable()
                .containsExactly("name", "state", "found", "advice", "problems");
        assertThat(checks.get(2).path("state").textValue()).isEqualTo("trouble");
        assertThat(checks.get(2).path("problems").get(0).textValue())
                .contains("exhibit.yaml:3:11: AWS has no region \"us-esat-1\". Did you mean us-east-1?");
    }

    @Test
    void aClockMoreThanFiveMinutesOffIsTrouble() throws IOException {
        settings("");
        Checked late = check(checks(off(Duration.ofMinutes(-6))), "clock");
        Checked early = check(checks(off(Duration.ofMinutes(4))), "clock");

        assertThat(late.state()).isEqualTo(State.TROUBLE);
        assertThat(late.found()).matches("the clock of this machine is (5 min 5\\d|6 min \\d+) s behind AWS's");
        assertThat(early.state()).isEqualTo(State.OK);
    }

    @Test
    void refusedCredentialsAreTroubleInTheWordsOfARun() throws IOException {
        settings("");
        sandbox.faults(List.of(FaultSpec.parse("sts.GetCallerIdentity=denied")));
        try {
            Checked refused = check(checks(RIGHT), "credentials");
            assertThat(refused.code()).isEqualTo(ExitCode.NO_CREDENTIALS);
            assertThat(refused.found()).contains("denied", "Check the credentials of the AWS SDK's default chain");
        } finally {
            sandbox.faults(List.of());
        }
    }

    @Test
    void aVaultIsLookedAtWithItsKeyAndItsUnfinishedRuns() throws IOException {
        Wiring wiring = vault();
        assertThat(vaultChecks(wiring)).extracting(Checked::state).doesNotContain(State.TROUBLE);
        assertThat(found(vaultChecks(wiring), "vault")).endsWith("1 leaf in the log, as its checkpoint covers");
        assertThat(found(vaultChecks(wiring), "disk")).contains("the largest of the last 7 runs took 1 KiB");

        Files.createDirectories(folder.resolve("vault/unfinished/2026-10-06T021500Z"));
        assertThat(check(vaultChecks(wiring), "vault")).satisfies(check -> {
            assertThat(check.state()).isEqualTo(State.WARNING);
            assertThat(check.found()).endsWith("not finished: 2026-10-06T021500Z");
        });
    }

    @Test
    void aKeyThatIsGoneOrOpenOrAnotherIsTrouble() throws IOException {
        Wiring wiring = vault();
        Path key = wiring.settings().key();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(check(vaultChecks(wiring), "key")).satisfies(check -> {
            assertThat(check.code()).isEqualTo(ExitCode.SETTINGS);
            assertThat(check.found()).contains("chmod 600");
        });

        Files.delete(key);
        assertThat(check(vaultChecks(wiring), "key").code()).isEqualTo(ExitCode.MISSING);

        byte[] other = new byte[32];
        other[0] = 1;
        SigningKey.of(other).save(key);
        assertThat(check(vaultChecks(wiring), "vault").code()).isEqualTo(ExitCode.FILE);
    }

    @Test
    void aLogThatIsNotWhatTheCheckpointCoversIsTrouble() throws IOException {
        Wiring wiring = vault();
        Files.writeString(folder.resolve("vault/log/leaves"), "{}\n");

        assertThat(check(vaultChecks(wiring), "vault").code()).isEqualTo(ExitCode.FILE);
        assertThat(check(vaultChecks(wiring), "disk").state()).isEqualTo(State.OK);
    }

    @Test
    void whomPacksAndNoticesGoToIsLookedAtAndNothingIsSent() throws IOException {
        Files.createDirectory(folder.resolve("delivered"));
        Files.writeString(folder.resolve("secret"), "s");
        int port = sandbox.endpoint().getPort();
        settings("""
                pack:
                  deliver:
                    - {name: auditor, folder: delivered}
                    - {name: other, s3: {bucket: nobodys-bucket, endpoint: 'http://127.0.0.1:1', path_style: yes}}
                smtp: {host: 127.0.0.1, port: 1, tls: none, from: exhibit@example.org}
                notify:
                  - {webhook: {url: 'http://127.0.0.1:%d/hook', secret: {file: secret}}}
                  - {mail: {to: [ops@example.org]}}
                monitor: {ping: 'http://127.0.0.1:%d/ping'}
                """.formatted(port, port));
        long asked = sandbox.requests();

        List<Checked> checks = checks(RIGHT);

        List<Checked> channels = checks.subList(checks.size() - 5, checks.size());
        assertThat(channels)
                .extracting(Checked::name)
                .containsExactly("deliver", "deliver", "notify", "notify", "ping");
        assertThat(channels)
                .extracting(Checked::state)
                .containsExactly(State.OK, State.TROUBLE, State.OK, State.TROUBLE, State.OK);
        assertThat(channels.get(0).found()).endsWith("delivered): can be written.");
        assertThat(channels.get(1).found()).contains("other (s3://nobodys-bucket", "Check the network");
        assertThat(channels.get(3).found()).contains("mail to ops@example.org: ", "could not be reached");
        assertThat(sandbox.requests() - asked).as("who calls").isEqualTo(1);
        assertThat(folder.resolve("delivered")).isEmptyDirectory();
    }

    @Test
    void aPlaceWhereANodeWaitsForItsFirstNightIsEmptyAndOneWithSomebodysFilesIsNot() throws IOException {
        Wiring wiring = new Wiring(SettingsReader.defaults(folder), Consoles.quiet());
        Files.createDirectories(folder.resolve("vault"));
        Files.writeString(folder.resolve("vault/serve.lock"), "process 1 on host a");
        assertThat(check(vaultChecks(wiring), "vault").state()).isEqualTo(State.OK);

        Files.writeString(folder.resolve("vault/holiday.jpg"), "");
        assertThat(check(vaultChecks(wiring), "vault").found()).contains("something else than a vault");
    }

    @Test
    void roomIsMeasuredByTheLargestRun() {
        assertThat(Stream.of(199L, 200L, 3099L, 3100L)
                        .map(free -> VaultChecks.room("", free, 100).state()))
                .containsExactly(State.TROUBLE, State.WARNING, State.WARNING, State.OK);
        assertThat(VaultChecks.room("", 1L << 29, 0).state()).isEqualTo(State.WARNING);
    }

    private void settings(String more) throws IOException {
        Files.writeString(folder.resolve("exhibit.yaml"), "aws:\n  endpoint: " + sandbox.endpoint() + "\n" + more);
    }

    private List<Checked> checks(RunClock clock) {
        return new Doctor(() -> SettingsReader.read(folder.resolve("exhibit.yaml")), clock, Consoles.quiet()).checks();
    }

    private static List<Checked> vaultChecks(Wiring wiring) throws IOException {
        return new VaultChecks(wiring).checks();
    }

    private static Checked check(List<Checked> checks, String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String found(List<Checked> checks, String name) {
        return check(checks, name).found();
    }

    private Wiring vault() throws IOException {
        Wiring wiring = new Wiring(SettingsReader.defaults(folder), Consoles.quiet());
        try (Vault vault = wiring.vaultToWrite(RIGHT)) {
            vault.seal(SealedRuns.without("2026-10-05T021500Z", DUE, Outcome.FAILED, "unreachable"));
        }
        return wiring;
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            TreeSet<String> names = new TreeSet<>();
            files.filter(file -> !file.equals(folder))
                    .forEach(file -> names.add(folder.relativize(file).toString()));
            return names;
        }
    }

    /** A clock that is ahead. */
    private static RunClock off(Duration ahead) {
        return new RunClock() {
            @Override
            public void unit(Target target) {}

            @Override
            public Instant latest() {
                return instant();
            }

            @Override
            public Instant instant() {
                return RIGHT.instant().plus(ahead);
            }
        };
    }
}
