package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.HandClock;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.sandbox.objects.ObjectStore;
import io.exhibit.seal.Retained;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks that end too soon are lengthened by the node, each run once. */
@OneJdk
class RetainingTest {

    private static final List<String> RUNS = List.of("2026-10-05T021500Z", "2026-10-06T021500Z", "2026-10-07T021500Z");
    private static final Instant NOW = Instant.parse("2026-10-07T09:00:00Z");

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(NOW);
    private final Consoles console = Consoles.listening();
    private Sandbox sandbox;

    @BeforeEach
    void sealThreeNightsForTenDays() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "example");
        Wiring wiring = wiring("lock: governance, retention_days: 10");
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        SimulatedClock nights = new SimulatedClock(NOW);
        for (String run : RUNS) {
            Instant due = Instant.parse(run.substring(0, 10) + "T02:15:00Z");
            nights.begin(due);
            try (Vault vault = wiring.vaultToWrite(nights)) {
                Book book = wiring.book();
                vault.keepBook(book.digest(), book.files());
                vault.seal(SealedRuns.without(run, due, Outcome.FAILED, "unreachable"));
            }
        }
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        sandbox.close();
    }

    @Test
    void whatEndsTooSoonIsLengthenedToItsOwnDayAndTheDaysThatAreAskedFor() throws Exception {
        assertThat(look("lock: governance, retention_days: 2192"))
                .isEqualTo("Locks were lengthened to what s3.retention_days asks for, of 3 runs.");

        assertThat(retained(RUNS.get(0)).until()).contains(Instant.parse("2032-10-06T00:00:00Z"));
        assertThat(retained(RUNS.get(1)).until()).contains(Instant.parse("2032-10-07T00:00:00Z"));
        assertThat(retained(RUNS.get(2)).covers(Instant.parse("2032-10-08T00:00:00Z")))
                .as("its objects, and the log that tells of them")
                .isTrue();
        String book = sandbox.objects().keys(ObjectStore.VAULT).stream()
                .filter(key -> key.contains("/books/"))
                .findFirst()
                .orElseThrow();
        assertThat(end(book)).as("the newest night is judged by it").isEqualTo("2032-10-08T00:00:00Z");
    }

    @Test
    void whatWasLookedAtIsNotLookedAtAgain() throws IOException {
        look("lock: governance, retention_days: 2192");
        long before = sandbox.requests();

        assertThat(look("lock: governance, retention_days: 2192")).isEmpty();
        assertThat(sandbox.requests()).as("on the same day nothing is asked").isEqualTo(before);

        clock.set(NOW.plus(Duration.ofDays(1)));
        assertThat(look("lock: governance, retention_days: 2192")).isEmpty();
        assertThat(sandbox.requests() - before)
                .as("on the next one the newest run's objects")
                .isLessThan(25);
    }

    @Test
    void nothingIsShortenedAndNothingAskedOfWhoseTimeIsOver() throws IOException {
        look("lock: governance, retention_days: 2192");

        assertThat(look("lock: governance, retention_days: 10")).isEmpty();
        assertThat(retained(RUNS.get(0)).until()).contains(Instant.parse("2032-10-06T00:00:00Z"));

        clock.set(NOW.plus(Duration.ofDays(40)));
        assertThat(look("lock: governance, retention_days: 30")).isEmpty();
        assertThat(look("lock: none")).isEmpty();
    }

    @Test
    void aLookEndsAfterFourMinutesAndTheNextOneGoesOn() throws IOException {
        InstantSource slow = new InstantSource() {
            private Instant now = NOW;

            @Override
            public Instant instant() {
                now = now.plus(Duration.ofMinutes(2));
                return now;
            }
        };
        Wiring wiring = wiring("lock: governance, retention_days: 2192");

        assertThat(look(wiring, slow))
                .isEqualTo("Locks were lengthened to what s3.retention_days asks for, of 1 run. 2 of 3 runs are not"
                        + " looked at yet; the next hourly look goes on.");
        assertThat(look(wiring, slow)).contains("1 of 3 runs are not looked at yet");
        assertThat(look(wiring, slow)).endsWith("of 1 run.");
        assertThat(retained(RUNS.get(2)).covers(Instant.parse("2032-10-08T00:00:00Z")))
                .isTrue();
    }

    @Test
    void aRefusalIsSaidAndTheRunIsLookedAtAgain() throws IOException {
        sandbox.faults(List.of(FaultSpec.parse("s3.PutObjectRetention=denied")));
        assertThatThrownBy(() -> look("lock: governance, retention_days: 2192"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("PutObjectRetention");

        sandbox.faults(List.of());
        assertThat(look("lock: governance, retention_days: 2192")).contains("of 3 runs");
    }

    private Wiring wiring(String s3) throws IOException {
        Path file = Files.writeString(
                folder.resolve("exhibit.yaml"),
                "vault: s3://" + ObjectStore.VAULT + "/retaining\ns3: {endpoint: '" + sandbox.endpoint()
                        + "', path_style: yes, " + s3 + "}\n");
        return new Wiring(SettingsReader.read(file), console.console());
    }

    /** By a node that has just begun: it knows what lies in its folder. */
    private String look(String s3) throws IOException {
        return look(wiring(s3), clock);
    }

    private String look(Wiring wiring, InstantSource now) throws IOException {
        try {
            return Retaining.of(wiring, now, console.console()).carryOut(NOW);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** When the lock of the newest of that name ends, as the server tells it. */
    private String end(String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(sandbox.endpoint().resolve("/" + ObjectStore.VAULT + "/" + key))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIASANDBOX/20261005/us-east-1/s3/aws4_request, SignedHeaders=host,"
                                + " Signature=0")
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("x-amz-object-lock-retain-until-date")
                .orElse("no lock");
    }

    private Retained retained(String run) throws IOException {
        try (Vault vault = wiring("lock: governance").vaultToRead()) {
            return vault.retained(run);
        }
    }
}
