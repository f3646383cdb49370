package io.exhibit.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.control.Problem;
import io.exhibit.seal.LocalTsa;
import io.exhibit.seal.Pem;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Trust.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustReaderTest {

    private static final String OPS = Pem.base64(key(1).publicKey());
    private static final String JANE = Pem.base64(key(2).publicKey());
    private static final String GOOD = """
        origin: example.org/evidence
        threshold: 1
        keys:
          - name: ops
            roles: [log, statement]
            key: OPS
            from: 2026-01-01T00:00:00Z
            until: 2027-01-01T00:00:00Z
          - name: jane
            roles: [reviewer]
            key: JANE
            from: 2026-01-01T00:00:00Z
        """.replace("OPS", OPS).replace("JANE", JANE);

    @TempDir
    private Path folder;

    private static SigningKey key(int seed) {
        byte[] secret = new byte[32];
        secret[0] = (byte) seed;
        return SigningKey.of(secret);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("trust.yaml"), text);
    }

    @Test
    void everyMemberIsRead() throws IOException {
        Trust trust = TrustReader.read(write(GOOD));
        assertThat(trust.origin()).isEqualTo("example.org/evidence");
        assertThat(trust.threshold()).isEqualTo(1);
        assertThat(trust.keys()).extracting(Trust.Entry::name).containsExactly("ops", "jane");
        Trust.Entry ops = trust.keys().get(0);
        assertThat(ops.roles()).isEqualTo(Set.of(Role.LOG, Role.STATEMENT));
        assertThat(ops.key()).isEqualTo(key(1).publicKey());
        assertThat(ops.from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(ops.until()).contains(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(trust.keys().get(1).until()).isEmpty();
    }

    @Test
    void exampleOfThePageOfTheFormatIsOne() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/evidence-format.md"));
        String example = page.substring(page.indexOf("```yaml\n") + 8);
        Trust trust = TrustReader.read(write(example.substring(0, example.indexOf("```"))));
        assertThat(trust.keys()).extracting(Trust.Entry::name).containsExactly("exhibit-2026", "jane");
    }

    @Test
    void jsonIsYamlToo() throws IOException {
        String json = "{\"keys\":[{\"name\":\"ops\",\"roles\":[\"log\"],\"key\":\"" + OPS
                + "\",\"from\":\"2026-01-01T00:00:00Z\"}]}";
        assertThat(TrustReader.read(write(json)).keys()).hasSize(1);
    }

    /** Each mistake is made in the good file; what is told begins with its place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold: 1    | treshold: 1                 | 2:1: Unknown key treshold. Did you mean threshold?",
                "threshold: 1    | threshold: 0                | 2:12: threshold says how many of the 1 reviewers",
                "threshold: 1    | threshold: 2                | 2:12: threshold says how many of the 1 reviewers",
                "threshold: 1    | threshold: most             | 2:12: threshold must be a whole number",
                "'threshold: 1\n'| ''                          | 1:1: threshold says how many of the 1 reviewers",
                "name: jane      | name: ops                   | 9:11: The name ops stands in line 4 already.",
                "roles: [log, s  | roles: [logs, s             | 5:12: \"logs\" is no role.",
                "[log, statement]| [log, log]                  | 5:12: The role log stands twice.",
                "[log, statement]| []                          | 5:12: Say what the key may sign.",
                "[reviewer]      | [reviewer, log]             | 10:12: A reviewer is a second person",
                "until: 2027     | until: 2025                 | 8:12: until must lie after from.",
                "until: 2027-01-01T00:00:00Z | until: 2026-01-01T00:00:00Z | 8:12: until must lie after from.",
                "until: 2027-01-01T00:00:00Z | until: 2027-01-01   | 8:12: \"2027-01-01\" is no time. Write it in UTC",
                "until: 2027-01-01T00:00:00Z | until: 2027-02-30T00:00:00Z | 8:12: \"2027-02-30T00:00:00Z\" is no"
                        + " time.",
                "until: 2027-01-01T00:00:00Z | until: 2027-01-01T00:00:00+02:00 | 8:12: \"2027-01-01T00:00:00+02:00\""
                        + " is no",
                "until: 2027-01-01T00:00:00Z | until:          | 8:11: until is empty.",
                "key: MCo        | key: MCoo                   | 6:10: It is no Ed25519 public key in base64.",
                "key: MCo        | kye: MCo                    | 6:5: Unknown key kye.",
                "keys:           | keys: none                  | trust.yaml:",
                "origin:         | 'origin: a\norigin:'        | 2:1: ",
            })
    void mistakeIsToldWithLineAndColumn(String good, String bad, String told) throws IOException {
        assertThat(GOOD).contains(good);
        Path file = write(GOOD.replace(good, bad));
        Stop stop = catchThrowableOfType(Stop.class, () -> TrustReader.read(file));
        assertThat(stop.code()).isEqualTo(ExitCode.FILE);
        assertThat(stop.problems()).extracting(Problem::toString).anyMatch(line -> line.contains(told));
    }

    @Test
    void timeStampingServiceHasACertificateAndNothingElse() throws IOException, CertificateEncodingException {
        LocalTsa tsa = new LocalTsa("tsa.example");
        String certificate =
                Base64.getEncoder().encodeToString(tsa.certificate().getEncoded());
        String service = "keys:\n  - name: tsa\n    roles: [timestamp]\n    certificate: " + certificate
                + "\n    from: 2026-01-01T00:00:00Z\n";
        Trust trust = TrustReader.read(write(service));
        assertThat(trust.authorities()).extracting(Trust.Authority::certificate).containsExactly(tsa.certificate());
        for (String bad : List.of(
                service.replace("[timestamp]", "[timestamp, log]"),
                service.replace("certificate: ", "certificate: AA"),
                service.replace("certificate: " + certificate, "key: " + OPS),
                service.replace("[timestamp]", "[log]"))) {
            Path file = write(bad);
            assertThat(catchThrowableOfType(Stop.class, () -> TrustReader.read(file))
                            .problems())
                    .isNotEmpty();
        }
    }

    @Test
    void oneKeyUnderTwoNamesIsRefused() throws IOException {
        Path file = write(GOOD.replace(JANE, OPS));
        Stop stop = catchThrowableOfType(Stop.class, () -> TrustReader.read(file));
        assertThat(stop.problems()).extracting(Problem::message).containsExactly("It is the key of ops too.");
    }

    @Test
    void oneCertificateUnderTwoNamesIsRefused() throws IOException, CertificateEncodingException {
        String certificate = Base64.getEncoder()
                .encodeToString(new LocalTsa("tsa.example").certificate().getEncoded());
        String entry = "  - name: tsa\n    roles: [timestamp]\n    certificate: " + certificate
                + "\n    from: 2026-01-01T00:00:00Z\n";
        Path file = write("keys:\n" + entry + entry.replace("name: tsa", "name: two"));
        Stop stop = catchThrowableOfType(Stop.class, () -> TrustReader.read(file));
        assertThat(stop.problems())
                .extracting(problem -> problem.position().line() + ": " + problem.message())
                .containsExactly("8: It is the certificate of tsa too.");
    }

    @Test
    void thresholdWithoutReviewersIsRefused() throws IOException {
        Path file = write(GOOD.substring(0, GOOD.indexOf("  - name: jane")));
        Stop stop = catchThrowableOfType(Stop.class, () -> TrustReader.read(file));
        assertThat(stop.problems())
                .extracting(Problem::hint)
                .containsExactly("Leave it out, or name keys with the role reviewer.");
    }

    @Test
    void fileThatTrustsNobodyOrIsNoneIsRefused() throws IOException {
        for (String text : List.of("", "# nothing\n", "keys: []\n", "origin: a\n", "[]\n", "\u0000", "a: [", "!%00")) {
            Path file = write(text);
            Stop stop = catchThrowableOfType(Stop.class, () -> TrustReader.read(file));
            assertThat(stop).as(text).isNotNull();
            assertThat(stop.problems()).as(text).isNotEmpty();
        }
    }
}
