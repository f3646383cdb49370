package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.sandbox.objects.ObjectStore;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SampleRun;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault in a bucket is verified where it lies, by whoever may get and list and nothing else. */
class BucketVerifyTest {

    private static final String PLACE = "s3://" + ObjectStore.VAULT + "/verified";

    /** What only a writer asks for. */
    private static final List<String> NOT_OURS =
            List.of("PutObject", "GetBucketVersioning", "GetObjectLockConfiguration", "PutObjectRetention");

    @TempDir
    private static Path folder;

    private static Sandbox sandbox;
    private static RunRecord run;

    private Consoles console;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "example");
        Files.writeString(
                folder.resolve("exhibit.yaml"),
                "vault: " + PLACE + "\ns3: {endpoint: '" + sandbox.endpoint()
                        + "', path_style: yes, lock: compliance}\n");
        Wiring wiring = new Wiring(SettingsReader.read(folder.resolve("exhibit.yaml")), Consoles.quiet());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        try (Vault vault = wiring.vaultToWrite(new SimulatedClock(SmallPack.AT))) {
            seal(vault);
        }
    }

    /** With raw answers and a record that counts them. */
    private static void seal(Vault vault) throws IOException {
        try (RunWriter writer = vault.begin("2026-10-05T021500Z");
                RunWriter.UnitWriter unit = writer.unit(SampleRun.REGION)) {
            unit.source(SampleRun.USERS);
            unit.write(SampleRun.users().get(0));
            RunWriter.Frames frames = unit.endSource();
            RunRecord.Part part = new RunRecord.Part(
                    SampleRun.USERS,
                    1,
                    1,
                    0,
                    new RunRecord.Lists(1, 1, 0, 0),
                    List.of(),
                    List.of(),
                    frames.offset(),
                    frames.length());
            run = SampleRun.record(
                    "2026-10-05T021500Z", RunRecord.Outcome.COMPLETE, "", List.of(unit.commit(List.of(part))));
            writer.seal(run);
        }
    }

    @AfterAll
    static void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        sandbox.close();
    }

    @AfterEach
    void noFaults() {
        sandbox.faults(List.of());
    }

    private static void fault(Stream<String> specs) {
        sandbox.faults(specs.map(FaultSpec::parse).toList());
    }

    private Map<String, String> verify(int code, String... more) throws IOException {
        console = Consoles.listening();
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "verify",
                                PLACE,
                                "--json",
                                "--settings",
                                folder.resolve("exhibit.yaml").toString(),
                                "--key",
                                folder.resolve("keys/exhibit.pub.pem").toString()),
                        Stream.of(more))
                .toList();
        assertThat(Main.run(console.console(), arguments.toArray(String[]::new)))
                .as(console.out() + console.err())
                .isEqualTo(code);
        Map<String, String> steps = new TreeMap<>();
        new ObjectMapper()
                .readTree(console.out())
                .path("steps")
                .forEach(step -> steps.put(
                        step.path("step").asText(), step.path("status").asText()));
        return steps;
    }

    @Test
    void gettingAndListingIsEnough() throws IOException {
        fault(NOT_OURS.stream().map(call -> "s3." + call + "=denied"));
        List<String> before = sandbox.objects().keys(ObjectStore.VAULT);

        assertThat(verify(ExitCode.DONE))
                .containsEntry("LOG", "OK")
                .containsEntry("EVIDENCE", "OK")
                .containsEntry("PAYLOADS", "NOT_ASKED");
        assertThat(verify(ExitCode.VERIFICATION_INCOMPLETE, "--deep"))
                .containsEntry("PAYLOADS", "OK")
                .containsEntry("VERDICTS", "NOT_CHECKED");
        assertThat(console.out()).contains("1 exchanges of 1 run");
        assertThat(sandbox.objects().keys(ObjectStore.VAULT)).isEqualTo(before);
    }

    @Test
    void bytesThatRotAreFound() throws IOException {
        String unit = "verified/runs/" + run.id() + "/" + run.units().get(0).file();
        sandbox.objects().rot(ObjectStore.VAULT, unit);
        try {
            assertThat(verify(ExitCode.VERIFICATION_FAILED, "--deep"))
                    .containsEntry("EVIDENCE", "FAIL")
                    .containsEntry("PAYLOADS", "NOT_CHECKED");
        } finally {
            sandbox.objects().rot(ObjectStore.VAULT, unit);
        }
        assertThat(verify(ExitCode.DONE)).containsEntry("EVIDENCE", "OK");
    }

    /** Whoever may not look knows nothing of what lies there: that is no failure of it, and not good. */
    @Test
    void whatIsDeniedIsNotChecked() throws IOException {
        fault(Stream.of("s3.ListObjectsV2=denied"));
        assertThat(verify(ExitCode.VERIFICATION_INCOMPLETE, "--deep"))
                .containsEntry("LOG", "OK")
                .containsEntry("EVIDENCE", "NOT_CHECKED");
        fault(Stream.of("s3.GetObject=denied"));
        assertThat(verify(ExitCode.VERIFICATION_INCOMPLETE, "--deep"))
                .containsEntry("LOG", "NOT_CHECKED")
                .containsEntry("PAYLOADS", "NOT_CHECKED");
        assertThat(console.out()).contains("Could not be read: GetObject ");
    }

    @Test
    void wrongPlacesAreToldInOneSentence() {
        console = Consoles.listening();
        String settings = folder.resolve("exhibit.yaml").toString();
        assertThat(Main.run(console.console(), "verify", "s3://" + ObjectStore.VAULT + "/none", "--settings", settings))
                .isEqualTo(ExitCode.MISSING);
        assertThat(console.err()).contains("There is no vault at s3://exhibit-vault/none.");
        assertThat(Main.run(console.console(), "verify", "s3://x/../y", "--settings", settings))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("is no place in S3");
    }
}
