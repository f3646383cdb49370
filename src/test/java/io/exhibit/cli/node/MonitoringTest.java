package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exhibit.cli.Consoles;
import io.exhibit.cli.HandClock;
import io.exhibit.cli.settings.Secret;
import io.exhibit.cli.settings.Serving;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.RunFigures;
import io.exhibit.run.Work;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node that is looked at over HTTP, as the settings say. */
class MonitoringTest {

    private static final Instant NIGHT = Instant.parse("2026-10-05T02:15:00Z");

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private final HandClock clock = new HandClock(NIGHT);

    @Test
    void aNodeIsReadyUntilItsKeyIsGoneOrItsCalendarStops() throws Exception {
        Wiring wiring = wiring("monitor: {listen: '127.0.0.1:0'}");
        try (Monitoring monitoring = new Monitoring(wiring, clock, console.console())) {
            boolean[] runs = {true};
            monitoring.listen(() -> runs[0]);
            monitoring.recall();
            assertThat(get(monitoring, "/ready").body())
                    .as("the newest run that the vault has")
                    .contains("collection: NOT READY, the last one could not be made: unreachable");
            monitoring.observer().collected(succeeded());
            assertThat(console.err()).contains("Health, readiness and metrics at http://127.0.0.1:");

            assertThat(get(monitoring, "/ready").body()).startsWith("ready\n").contains("vault: ok", "key: ok");
            assertThat(get(monitoring, "/metrics").body()).contains("exhibit_build_info");

            Files.delete(wiring.settings().key());
            assertThat(get(monitoring, "/ready").statusCode())
                    .as("looked at a moment ago")
                    .isEqualTo(200);
            clock.set(NIGHT.plus(Duration.ofMinutes(1)));
            assertThat(get(monitoring, "/ready").statusCode()).isEqualTo(503);
            assertThat(get(monitoring, "/ready").body())
                    .startsWith("not ready\n")
                    .contains("key: NOT READY, the key that signed the vault's log is not there");

            runs[0] = false;
            assertThat(get(monitoring, "/ready").body()).contains("schedule: NOT READY, the calendar does not run");
            assertThat(get(monitoring, "/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aNodeWhoseCredentialsWereRefusedIsNotReadyUntilACollectionIsCarriedOut() throws Exception {
        Wiring wiring = wiring("monitor: {listen: '127.0.0.1:0'}");
        try (Monitoring monitoring = new Monitoring(wiring, clock, console.console())) {
            monitoring.listen(() -> true);
            assertThat(get(monitoring, "/ready").body())
                    .startsWith("ready\n")
                    .contains("collection: ok, none was made yet; the first one asks AWS who calls");

            String night = "The collection of " + NIGHT;
            monitoring
                    .observer()
                    .failed(Work.COLLECT, night, NIGHT, "The run could not begin: no credentials.\nCheck the profile.");
            monitoring.observer().succeeded(Work.COLLECT, "The collection that is owed");
            assertThat(get(monitoring, "/ready").statusCode())
                    .as("that nothing is owed yet makes nothing good")
                    .isEqualTo(503);
            assertThat(get(monitoring, "/ready").body())
                    .contains("collection: NOT READY, the last one could not be made: The run could not begin: no"
                            + " credentials. Check the profile.");

            try (Vault vault = wiring.vaultToWrite(clock)) {
                vault.seal(SealedRuns.without(
                        "2026-10-05T031500Z", NIGHT.plus(Duration.ofHours(1)), Outcome.COMPLETE, ""));
            }
            clock.set(NIGHT.plus(Duration.ofHours(2)));
            assertThat(get(monitoring, "/ready").body())
                    .as("made by hand")
                    .startsWith("ready\n")
                    .contains("collection: ok, the last one was carried out");
        }
    }

    @Test
    void whatLiesInTheVaultIsShownFromTheBeginning() throws Exception {
        Wiring wiring = wiring("monitor: {listen: '127.0.0.1:0'}");
        try (Vault vault = wiring.vaultToWrite(clock)) {
            vault.seal(SealedRuns.without("2026-10-06T021500Z", NIGHT, Outcome.COMPLETE, ""));
        }
        try (Monitoring monitoring = new Monitoring(wiring, clock, console.console())) {
            monitoring.listen(() -> true);
            monitoring.recall();

            assertThat(get(monitoring, "/metrics").body())
                    .contains("exhibit_last_success_timestamp_seconds{work=\"collect\"}");
        }
    }

    @Test
    void anAddressOfTheSettingsThatIsTakenIsRefused() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Wiring wiring = wiring("monitor: {listen: '127.0.0.1:" + other.getLocalPort() + "'}");
            try (Monitoring monitoring = new Monitoring(wiring, clock, console.console())) {
                assertThatThrownBy(() -> monitoring.listen(() -> true))
                        .isInstanceOf(Stop.class)
                        .hasMessageContaining("127.0.0.1:" + other.getLocalPort())
                        .hasMessageContaining("monitor.listen");
            }
        }
    }

    @Test
    void nobodyIsAnsweredWhereTheSettingsSaySo() throws IOException {
        try (Monitoring monitoring = new Monitoring(wiring("monitor: {listen: none}"), clock, console.console())) {
            monitoring.listen(() -> true);

            assertThat(monitoring.address()).isEmpty();
        }
    }

    @Test
    void theAddressIsLoopbackUnlessTheSettingsSayOtherwise() throws IOException {
        assertThat(wiring("").settings().serving().monitor())
                .isEqualTo(new Serving.Monitor(
                        Optional.of(new InetSocketAddress("127.0.0.1", 9464)),
                        false,
                        Optional.empty(),
                        false,
                        Optional.empty()));
        assertThat(wiring("monitor: {listen: '[::1]:99'}")
                        .settings()
                        .serving()
                        .monitor()
                        .listen())
                .contains(new InetSocketAddress("::1", 99));
        Files.writeString(folder.resolve("t"), "secret");
        assertThat(wiring("monitor: {listen: '0.0.0.0:9464', token: {file: t}}")
                        .settings()
                        .serving()
                        .monitor()
                        .token())
                .map(Secret::value)
                .contains("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listen: 0.0.0.0:9464 | Others than this host can ask at 0.0.0.0:9464, and monitor.token does not say",
                "listen: '[::]:9464' | Others than this host can ask at [::]:9464",
                "listen: 10.1.2.3:80 | Others than this host can ask at 10.1.2.3:80",
                "listen: localhost:9464 | \"localhost:9464\" is no address to listen at.",
                "listen: 9464 | \"9464\" is no address to listen at.",
                "listen: 127.0.0.1:99999 | \"127.0.0.1:99999\" is no address to listen at.",
                "listen: 300.1.1.1:80 | \"300.1.1.1:80\" is no address to listen at.",
                "token: abc | token must not stand in the settings themselves.",
                "lisen: none | Unknown key lisen."
            })
    void aMistakeIsSaid(String written, String says) {
        Stop stop = catchThrowableOfType(Stop.class, () -> wiring("monitor:\n  " + written));

        assertThat(stop.code()).isEqualTo(ExitCode.SETTINGS);
        assertThat(stop.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains(says);
            assertThat(problem.position().line()).isEqualTo(2);
        });
    }

    private static RunFigures succeeded() {
        return RunFigures.of(SealedRuns.without("2026-10-06T021500Z", NIGHT, Outcome.COMPLETE, ""));
    }

    private Wiring wiring(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("exhibit.yaml"), settings);
        Wiring wiring = new Wiring(SettingsReader.read(file), console.console());
        if (!Files.exists(wiring.settings().key())) {
            Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        }
        if (!wiring.hasVault()) {
            try (Vault vault = wiring.vaultToWrite(clock)) {
                vault.seal(SealedRuns.without("2026-10-05T021500Z", NIGHT, Outcome.FAILED, "unreachable"));
            }
        }
        return wiring;
    }

    private static HttpResponse<String> get(Monitoring monitoring, String path) throws Exception {
        URI uri = URI.create(
                "http://127.0.0.1:" + monitoring.address().orElseThrow().getPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
