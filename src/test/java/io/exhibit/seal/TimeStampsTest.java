package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.CLOCK;
import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Step.Status;
import io.exhibit.seal.Trust.Authority;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time stamps of a service of our own: only its answer to our question counts, and only over this checkpoint. */
class TimeStampsTest {

    private static final LocalTsa TSA = new LocalTsa("tsa.example");
    private static final LocalTsa OTHER = new LocalTsa("other.example");
    private static final byte[] NOTE = "a checkpoint".getBytes(StandardCharsets.UTF_8);
    private static final Instant LONG_AGO = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant STAMPED = CLOCK.instant().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    static Path folder;

    private static SortedMap<String, byte[]> files;
    private static Statement.Meaning meaning;

    @BeforeAll
    static void bind() throws IOException {
        try (Vault vault = PackKit.fill(folder.resolve("vault"))) {
            meaning = PackKit.meaning(vault);
            files = PackKit.files(PackKit.pack(vault, meaning, List.of(PackKit.FIRST, PackKit.SECOND)));
        }
    }

    @Test
    void answerToTheRequestIsTheTokenAndTellsTheTime() throws IOException {
        byte[] request = TimeStamps.request(NOTE, BigInteger.valueOf(7));
        byte[] token = TimeStamps.token(request, TSA.answer(request, STAMPED));
        assertThat(TimeStamps.read(token, NOTE, Optional.empty()).time()).isEqualTo(STAMPED);
    }

    @Test
    void answerToAnotherQuestionIsNone() throws IOException {
        byte[] request = TimeStamps.request(NOTE, BigInteger.valueOf(7));
        byte[] digest = Sha256.streaming().digest(NOTE);
        for (byte[] other : List.of(
                LocalTsa.other(digest, BigInteger.valueOf(8)), LocalTsa.other(new byte[32], BigInteger.valueOf(7)))) {
            byte[] answer = TSA.answer(other, STAMPED);
            assertThatThrownBy(() -> TimeStamps.token(request, answer))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no time stamp of what was asked");
        }
        byte[] refusal = TSA.refusal("too busy");
        assertThatThrownBy(() -> TimeStamps.token(request, refusal)).hasMessage("the service refused: too busy");
    }

    @Test
    void garbageIsToldAndNotThrown() throws IOException {
        byte[] request = TimeStamps.request(NOTE, BigInteger.valueOf(7));
        byte[] genuine = TSA.answer(request, STAMPED);
        for (byte[] garbage : List.of(
                new byte[0],
                new byte[] {0x30},
                "<html>".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff},
                Arrays.copyOf(genuine, genuine.length / 2))) {
            assertThatThrownBy(() -> TimeStamps.token(request, garbage)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> TimeStamps.read(garbage, NOTE, Optional.empty()))
                    .isInstanceOf(IOException.class);
        }
    }

    /** The pack with that token and that claim, signed by its key as it is then. */
    private static Step check(byte[] token, String claimed, List<Authority> authorities) throws IOException {
        Statement.Meaning said =
                Meanings.with(meaning, meaning.log(), meaning.runs(), meaning.previous(), meaning.leftOut(), claimed);
        SortedMap<String, byte[]> with = new TreeMap<>(files);
        if (token != null) {
            with.put(Bag.TOKEN, token);
        }
        PackKit.signAnew(with, said, KEY);
        Trust trust = new Trust("", 0, Trust.of(KEY.publicKey()).keys(), authorities);
        List<Step> steps = PackKit.check(folder, PackKit.zip(with), trust, null);
        assertThat(steps)
                .filteredOn(step -> step.name() != Name.TIMESTAMP)
                .extracting(Step::status)
                .doesNotContain(Status.FAIL, Status.NOT_CHECKED);
        return steps.stream()
                .filter(step -> step.name() == Name.TIMESTAMP)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] stamped(LocalTsa by, Instant at) throws IOException {
        return by.token(files.get(Bag.CHECKPOINT), at);
    }

    private static List<Authority> trusted(LocalTsa tsa, Instant until) {
        return List.of(new Authority("tsa", tsa.certificate(), LONG_AGO, Optional.ofNullable(until)));
    }

    @Test
    void stampOfATrustedServiceSaysWhen() throws IOException {
        Step step = check(stamped(TSA, STAMPED), Statement.STAMPED, trusted(TSA, null));
        assertThat(step.status()).isEqualTo(Status.OK);
        assertThat(step.says()).isEqualTo("The checkpoint was there at " + STAMPED + ", says tsa.");
    }

    @Test
    void openSslChecksItAsThePageSays() throws IOException, CertificateEncodingException {
        Shell.needs(List.of("bash", "openssl"));
        Path place = Files.createTempDirectory(folder, "bag");
        Files.createDirectories(place.resolve("data/vault"));
        Files.write(place.resolve(Bag.CHECKPOINT), files.get(Bag.CHECKPOINT));
        Files.write(place.resolve(Bag.TOKEN), stamped(TSA, STAMPED));
        Files.writeString(
                place.resolve("service.pem"),
                Pem.encode("CERTIFICATE", TSA.certificate().getEncoded()));
        String page = Files.readString(Path.of("src/site/markdown/evidence-format.md"));
        String command = page.lines()
                .filter(line -> line.startsWith("openssl ts -verify"))
                .findFirst()
                .orElseThrow();
        Shell sound = Shell.run(command, place, Map.of());
        assertThat(sound.code()).as(sound::output).isZero();
        Files.write(place.resolve(Bag.CHECKPOINT), NOTE);
        assertThat(Shell.run(command, place, Map.of()).code()).isNotZero();
    }

    @Test
    void stampOfNobodyKnownIsNotCalledSound() throws IOException {
        Step step = check(stamped(TSA, STAMPED), Statement.STAMPED, List.of());
        assertThat(step.status()).isEqualTo(Status.NOT_CHECKED);
        assertThat(step.says()).contains(STAMPED.toString(), "no certificate of a trust file");
    }

    @Test
    void stampOfAnotherServiceOrOutOfItsTimeFails() throws IOException {
        assertThat(check(stamped(OTHER, STAMPED), Statement.STAMPED, trusted(TSA, null))
                        .found())
                .extracting(Discrepancy::code)
                .containsExactly(Code.TIMESTAMP_INVALID);
        assertThat(check(stamped(TSA, STAMPED), Statement.STAMPED, trusted(TSA, STAMPED))
                        .found())
                .extracting(Discrepancy::code)
                .containsExactly(Code.KEY_OUT_OF_TIME);
    }

    @Test
    void stampOfAnotherCheckpointOrFromBeforeItsLastLeafFails() throws IOException {
        assertThat(check(TSA.token(NOTE, STAMPED), Statement.STAMPED, trusted(TSA, null))
                        .found())
                .extracting(Discrepancy::says)
                .containsExactly("The token is wrong: it is about something else than this checkpoint.");
        assertThat(check(stamped(TSA, CLOCK.instant().minusSeconds(301)), Statement.STAMPED, List.of())
                        .found())
                .extracting(Discrepancy::says)
                .allSatisfy(says -> assertThat(says).contains("the last leaf under the checkpoint was logged at"))
                .hasSize(1);
    }

    /** What no signature covers tells nothing: how the wrapping is called, the certificate that comes along, the signer's name. */
    @Test
    void everyFlippedByteOfATokenIsNoticed() throws IOException, CertificateEncodingException {
        byte[] genuine = stamped(TSA, STAMPED);
        List<Authority> trusted = trusted(TSA, null);
        byte[] note = files.get(Bag.CHECKPOINT);
        TimeStampToken token = TimeStamps.read(genuine, note, Optional.empty()).token();
        byte[] said = token.getTimeStampInfo().getEncoded();
        SignerInfo signer =
                token.toCMSSignedData().getSignerInfos().iterator().next().toASN1Structure();
        SortedSet<Integer> open = new TreeSet<>();
        open.addAll(places(genuine, "020103310d300b0609608648016503040201"));
        open.addAll(places(genuine, HexFormat.of().formatHex(TSA.certificate().getEncoded())));
        open.addAll(places(
                genuine, "020101" + HexFormat.of().formatHex(signer.getSID().getEncoded())));
        SortedSet<Integer> believed = new TreeSet<>();
        for (int at = 0; at < genuine.length; at++) {
            byte[] other = genuine.clone();
            other[at] ^= (byte) (1 << at % 8);
            try {
                TimeStamps.Stamp stamp = TimeStamps.read(other, note, Optional.empty());
                if (TimeStamps.signer(stamp, trusted).isPresent()) {
                    believed.add(at);
                    assertThat(stamp.token().getTimeStampInfo().getEncoded()).isEqualTo(said);
                }
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(open).as("bytes that no signature covers").containsAll(believed);
        assertThat(genuine.length - open.size()).isGreaterThan(400);
    }

    private static Set<Integer> places(byte[] token, String part) {
        int at = HexFormat.of().formatHex(token).indexOf(part);
        assertThat(at).as(part).isPositive().isEven();
        return IntStream.range(at / 2, (at + part.length()) / 2).boxed().collect(Collectors.toSet());
    }

    @Test
    void tokenAndClaimBelongTogether() throws IOException {
        for (Step step : List.of(
                check(null, Statement.STAMPED, List.of()),
                check(stamped(TSA, STAMPED), Statement.UNSTAMPED, List.of()),
                check(new byte[0], Statement.STAMPED, List.of()))) {
            assertThat(step.found()).extracting(Discrepancy::code).containsExactly(Code.TIMESTAMP_INVALID);
        }
    }

    @Test
    void noStampIsSaidAndIsNoGoodNewsToWhomAsksForOne() throws IOException {
        Step failed = check(null, "failed: not reachable", List.of());
        assertThat(failed.status()).isEqualTo(Status.OK);
        assertThat(failed.says()).contains("the collector's own word", "failed: not reachable");
        assertThat(check(null, Statement.UNSTAMPED, trusted(TSA, null)).status())
                .isEqualTo(Status.NOT_CHECKED);
    }
}
