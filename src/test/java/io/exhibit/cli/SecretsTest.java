package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.Planter.Plant;
import io.exhibit.cli.packs.Deliveries;
import io.exhibit.cli.packs.PackCommand;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.run.Observer;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets of many kinds in the environment of a run, in the answers of AWS and in what is asked of it: none of them is in
 * anything that the run and its pack leave behind.
 */
@OneJdk
class SecretsTest {

    private static final String ERROR = PlantedSecrets.secret("repeated");

    @TempDir
    Path folder;

    private final PlantedSecrets secrets = new PlantedSecrets();

    @Test
    void noSecretIsInAnythingThatIsWritten() throws Exception {
        secrets.all().put("session token, repeated by an error, a cookie and a redirect", ERROR);
        SandboxOptions options = SandboxOptions.defaults().withAccounts(3).withRegions(2);
        List<Plant> plants = secrets.plants();
        try (Sandbox sandbox = Sandbox.start(options);
                Planter planter = new Planter(sandbox.endpoint(), plants, ERROR)) {
            Files.writeString(
                    folder.resolve("exhibit.yaml"),
                    "vault: vault\nkey: key/exhibit.pem\npack: {folder: packs, deliver: delivered}\naws: {endpoint: \""
                            + planter.uri()
                            + "\", parallel: 4, artifact_series: [SOC 2, ISO], regions: [us-east-1], accounts: ['111122223333', '333344445555']}\n");
            int code = collect();
            assertThat(code).as(Files.readString(folder.resolve("console"))).isEqualTo(ExitCode.GAPS);
            assertThat(planter.planted().keySet())
                    .as(planter + Files.readString(folder.resolve("console")))
                    .containsAll(plants.stream().map(Plant::name).collect(Collectors.toSet()))
                    .contains("redirect", "error", "packed");
            assertThat(planter.learnt().values())
                    .containsOnly("signature of a request", "what opens a document", "what opens a document, a token");
            planter.learnt().forEach((value, name) -> secrets.all().put(name + " " + value.substring(0, 8), value));
        }
        bind();
        String key = Files.readString(folder.resolve("key/exhibit.pem")).split("\n")[1];
        secrets.all().put("signing key", key.substring(key.length() - 32));
        move("key");

        Searched all = Searched.below(folder);
        assertThat(all.files()).isGreaterThan(100);
        assertThat(all.holds("iam:GetAccountAuthorizationDetails"))
                .as("evidence is unpacked")
                .isTrue();
        assertThat(all.holds("[cut]")).isTrue();
        assertThat(secrets.all()).hasSizeGreaterThanOrEqualTo(24);
        Map<String, List<String>> places = all.places(secrets.all().values());
        Map<String, List<String>> found = new TreeMap<>();
        secrets.all().forEach((kind, value) -> {
            if (places.containsKey(value)) {
                found.put(kind, places.get(value));
            }
        });
        assertThat(found).isEmpty();
    }

    /** In a process of its own, whose environment and temporary files are its own. */
    private int collect() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.exhibit.cli.Main",
                "collect",
                "--settings",
                folder.resolve("exhibit.yaml").toString()));
        ProcessBuilder collect = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console").toFile());
        collect.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID", "AKIAEXAMPLE",
                        "AWS_SECRET_ACCESS_KEY", secrets.of("secret-key"),
                        "AWS_SESSION_TOKEN", secrets.of("session-token"),
                        "DATABASE_URL", "postgres://app:" + secrets.of("database-password") + "@db/app",
                        "SMTP_PASSWORD", secrets.of("mail-password"),
                        "GITHUB_TOKEN", secrets.of("forge-token")));
        Process process = collect.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    /** When the month is over. */
    private void bind() throws IOException {
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        Instant after =
                month.plusMonths(1).atDay(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        Consoles console = Consoles.listening();
        Wiring wiring = new Wiring(SettingsReader.read(folder.resolve("exhibit.yaml")), console.console());
        PackRun.Bound bound = PackCommand.bind(wiring, month, () -> after);
        assertThat(bound.zip()).isPresent();
        assertThat(new Deliveries(wiring, () -> after, console.console(), Observer.NONE).carryOut(after))
                .startsWith("Delivered: ");
        Files.writeString(folder.resolve("console-of-pack"), console.out() + console.err());
    }

    /** The one place where the key may be. */
    private void move(String key) throws IOException {
        Path elsewhere = Files.createTempDirectory("key");
        try (var files = Files.list(folder.resolve(key))) {
            for (Path file : files.toList()) {
                Files.move(file, elsewhere.resolve(file.getFileName()));
            }
        }
    }
}
