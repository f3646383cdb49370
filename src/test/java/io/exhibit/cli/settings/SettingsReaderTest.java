package io.exhibit.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.aws.vault.Retention;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Shipped;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.control.Problem;
import io.exhibit.render.Paper;
import io.exhibit.seal.Profile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNotSetHasTheDefaultOfTheSample() throws IOException {
        Path sample = folder.resolve("exhibit.yaml");
        Files.write(sample, Shipped.bytes("exhibit.yaml"));

        Settings written = SettingsReader.read(sample);
        Settings defaults = SettingsReader.defaults(folder);

        assertThat(written).usingRecursiveComparison().ignoringFields("digest").isEqualTo(defaults);
        assertThat(defaults.digest()).isEmpty();
        assertThat(written.digest()).hasSize(64);
    }

    @Test
    void everyKeyIsRead() throws IOException {
        Settings settings = read("""
                vault: v
                mappings: m
                organization: o
                framework: f
                key: k.pem
                aws:
                  role: R
                  external_id: secret
                  region: eu-west-1
                  endpoint: http://127.0.0.1:4566
                  attempt_seconds: 7
                  call_seconds: 9
                  parallel: 2
                  artifact_series: [SOC 2]
                schedule:
                  zone: America/New_York
                  collect: 0 0 3 * * ?
                  pack: 0 0 7 2 * ?
                pack:
                  prefix: AB
                  folder: p
                  deliver: d
                  paper: letter
                """);

        assertThat(settings.vault().folder()).contains(folder.resolve("v"));
        assertThat(settings.mappings()).contains(folder.resolve("m"));
        assertThat(settings.organization()).contains(folder.resolve("o"));
        assertThat(settings.framework()).isEqualTo("f");
        assertThat(settings.key()).isEqualTo(folder.resolve("k.pem"));
        assertThat(settings.aws().role()).isEqualTo("R");
        assertThat(settings.aws().externalId()).contains("secret");
        assertThat(settings.aws().region()).isEqualTo("eu-west-1");
        assertThat(settings.endpointName()).isEqualTo("http://127.0.0.1:4566");
        assertThat(settings.aws().attempt()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.aws().call()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.aws().parallel()).isEqualTo(2);
        assertThat(settings.aws().artifactSeries()).containsExactly("SOC 2");
        assertThat(settings.schedule().zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(settings.schedule().collect().text()).isEqualTo("0 0 3 * * ?");
        assertThat(settings.schedule().pack().text()).isEqualTo("0 0 7 2 * ?");
        assertThat(settings.pack().prefix()).isEqualTo("AB");
        assertThat(settings.pack().folder()).isEqualTo(folder.resolve("p"));
        assertThat(settings.pack().deliver())
                .containsExactly(
                        new ChannelSettings("folder", Profile.FULL, new ChannelSettings.Folder(folder.resolve("d"))));
        assertThat(settings.pack().paper()).isEqualTo(Paper.LETTER);
    }

    @Test
    void everyMistakeComesAtOnceWithItsPlace() throws IOException {
        Path file = write("""
                vualt: v
                aws:
                  attempt_seconds: soon
                  parallel: 1000
                  endpoint: localhost
                schedule:
                  zone: Mars/Olympus
                  collect: every night
                pack:
                  prefix: a b
                """);

        Stop stop = catchThrowableOfType(Stop.class, () -> SettingsReader.read(file));

        assertThat(stop.code()).isEqualTo(ExitCode.SETTINGS);
        assertThat(stop.problems())
                .extracting(problem -> problem.position().line())
                .containsExactlyInAnyOrder(1, 3, 4, 5, 7, 8, 10);
        assertThat(stop.problems()).extracting(Problem::hint).anyMatch(hint -> hint.contains("vault"));
    }

    @Test
    void everyKeyIsOptionalAndSoIsEveryLine() throws IOException {
        Settings defaults = SettingsReader.defaults(folder);

        assertThat(read("")).usingRecursiveComparison().ignoringFields("digest").isEqualTo(defaults);
        assertThat(read("# nothing yet\n"))
                .usingRecursiveComparison()
                .ignoringFields("digest")
                .isEqualTo(defaults);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:99, http://127.0.0.1:99", "localhost:4566, http://localhost:4566", "ftp://x, http://x"})
    void anEndpointWithoutHttpIsToldHowToWriteIt(String written, String better) throws IOException {
        Path file = write("aws: {endpoint: '" + written + "'}");

        Stop stop = catchThrowableOfType(Stop.class, () -> SettingsReader.read(file));

        assertThat(stop.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains(written)
                        .doesNotContain("Illegal")
                        .endsWith("Write it like " + better));
    }

    @Test
    void aScheduleInWordsIsToldHowToWriteIt() throws IOException {
        Path file = write("schedule: {collect: every day}");

        Stop stop = catchThrowableOfType(Stop.class, () -> SettingsReader.read(file));

        assertThat(stop.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("collect: \"every day\" is no schedule.");
            assertThat(problem.hint()).contains("0 15 2 * * ?").contains("day of week");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"A4", "legal", "us-letter"})
    void aPaperThatNobodyPrintsOnIsToldWhatToWrite(String word) throws IOException {
        Path file = write("pack:\n  paper: " + word);

        Stop stop = catchThrowableOfType(Stop.class, () -> SettingsReader.read(file));

        assertThat(stop.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message())
                    .isEqualTo("paper: a pack is printed on a4 or letter, not on \"" + word + "\".");
            assertThat(problem.position().line()).isEqualTo(2);
        });
    }

    @Test
    void aVaultInS3IsReadWithItsLock() throws IOException {
        Settings settings = read("""
                vault: s3://evidence-bucket/hospital/vault
                s3: {region: eu-west-1, endpoint: http://127.0.0.1:9, path_style: yes, lock: governance, retention_days: 30}
                """);
        assertThat(settings.vault()).hasToString("s3://evidence-bucket/hospital/vault");
        assertThat(settings.vault().s3())
                .isEqualTo(new VaultPlace.S3(
                        "eu-west-1",
                        Optional.of(URI.create("http://127.0.0.1:9")),
                        true,
                        Optional.of(new Retention(Retention.Mode.GOVERNANCE, 30))));
        assertThat(read("{vault: 's3://evidence-bucket', s3: {lock: compliance}}")
                        .vault()
                        .s3()
                        .retention())
                .contains(new Retention(Retention.Mode.COMPLIANCE, 2192));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vault: s3://evidence-bucket/x | vault lies in S3, and s3.lock does not say how it is locked.",
                "{vault: 's3://Evidence/x', s3: {lock: none}} | \"s3://Evidence/x\" is no place in S3.",
                "{vault: 's3://evidence/a/../b', s3: {lock: none}} | is no place in S3.",
                "s3: {lock: legal-hold} | lock is compliance, governance or none, not \"legal-hold\".",
                "s3: {lock: none, retention_days: 5} | retention_days has no effect with lock: none.",
                "s3: {lock: compliance, retention_days: 0} | retention_days must lie between 1 and 36500, not 0.",
                "s3: {region: mars} | mars",
                "s3: {pathstyle: true} | pathstyle"
            })
    void aMistakeAboutS3IsSaid(String written, String says) throws IOException {
        Path file = write(written);
        Stop stop = catchThrowableOfType(Stop.class, () -> SettingsReader.read(file));
        assertThat(stop.code()).isEqualTo(ExitCode.SETTINGS);
        assertThat(stop.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(says));
    }

    @Test
    void aFileThatIsNotThereIsSaidByItsName() {
        Path file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> SettingsReader.read(file))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.code()).isEqualTo(ExitCode.MISSING))
                .hasMessageContaining("none.yaml");
    }

    @Test
    void theSchemaKnowsTheSameKeys() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Shipped.bytes("exhibit.schema.json"))
                .path("properties");

        assertThat(names(schema)).isEqualTo(new TreeSet<>(SettingsReader.KEYS));
        assertThat(names(schema.path("aws").path("properties"))).isEqualTo(new TreeSet<>(SettingsReader.AWS));
        assertThat(names(schema.path("s3").path("properties"))).isEqualTo(new TreeSet<>(SettingsReader.S3));
        assertThat(names(schema.path("schedule").path("properties"))).isEqualTo(new TreeSet<>(SettingsReader.SCHEDULE));
        assertThat(names(schema.path("pack").path("properties"))).isEqualTo(new TreeSet<>(SettingsReader.PACK));
        assertThat(names(schema.path("monitor").path("properties"))).isEqualTo(new TreeSet<>(MonitorReader.MONITOR));
        JsonNode console = schema.path("console").path("properties");
        assertThat(names(console)).isEqualTo(new TreeSet<>(ConsoleReader.CONSOLE));
        assertThat(names(console.path("tls").path("properties"))).isEqualTo(new TreeSet<>(ConsoleReader.TLS));
        assertThat(names(console.path("proxy").path("properties"))).isEqualTo(new TreeSet<>(ConsoleReader.PROXY));
        assertThat(names(console.path("people").path("items").path("properties")))
                .isEqualTo(new TreeSet<>(ConsoleReader.PEOPLE));
        JsonNode notify = schema.path("notify").path("items").path("properties");
        assertThat(names(notify)).isEqualTo(new TreeSet<>(NotifyReader.WAYS));
        assertThat(names(notify.path("mail").path("properties"))).isEqualTo(new TreeSet<>(NotifyReader.MAIL));
        assertThat(names(notify.path("webhook").path("properties"))).isEqualTo(new TreeSet<>(NotifyReader.WEBHOOK));
        assertThat(names(notify.path("sns").path("properties"))).isEqualTo(new TreeSet<>(NotifyReader.SNS));
        assertThat(names(schema.path("cluster").path("properties"))).isEqualTo(new TreeSet<>(ServingReader.CLUSTER));
        assertThat(names(schema.path("smtp").path("properties"))).isEqualTo(new TreeSet<>(SmtpReader.KEYS));
        JsonNode channel = new ObjectMapper()
                .readTree(Shipped.bytes("exhibit.schema.json"))
                .path("$defs")
                .path("channel")
                .path("properties");
        assertThat(names(channel)).isEqualTo(new TreeSet<>(ChannelsReader.KEYS));
        assertThat(names(channel.path("sftp").path("properties"))).isEqualTo(new TreeSet<>(ChannelsReader.SFTP));
        assertThat(names(channel.path("s3").path("properties"))).isEqualTo(new TreeSet<>(ChannelsReader.S3));
        assertThat(names(channel.path("mail").path("properties"))).isEqualTo(new TreeSet<>(ChannelsReader.MAIL));
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Settings read(String text) throws IOException {
        return SettingsReader.read(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("exhibit.yaml"), text);
    }
}
