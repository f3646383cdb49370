package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.CLOCK;
import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Step.Status;
import io.exhibit.seal.Trust.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trust file says counts: who may sign what, and when. */
class TrustTest {

    private static final SigningKey OTHER = SigningKey.of(new byte[32]);
    private static final SigningKey JANE = SigningKey.of(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });

    /** When the pack was issued; the log's last leaf is as old as the clock of the vault. */
    private static final Instant ISSUED = Instant.parse("2026-11-01T08:00:00Z");

    private static final Instant LOGGED = CLOCK.instant();
    private static final Instant BEFORE = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    static Path folder;

    private static byte[] pack;
    private static Statement.Meaning meaning;

    @TempDir
    Path own;

    @BeforeAll
    static void bind() throws IOException {
        try (Vault vault = PackKit.fill(folder.resolve("vault"))) {
            meaning = PackKit.meaning(vault);
            pack = PackKit.pack(vault, meaning, List.of(PackKit.FIRST, PackKit.SECOND));
        }
    }

    private static Trust.Entry entry(String name, SigningKey key, Instant from, Instant until, Role... roles) {
        return new Trust.Entry(name, Set.of(roles), key.publicKey(), from, Optional.ofNullable(until));
    }

    private static Trust operator(Instant from, Instant until) {
        return new Trust("", 0, List.of(entry("ops", KEY, from, until, Role.LOG, Role.STATEMENT)));
    }

    private List<Step> check(Trust trust) throws IOException {
        return PackKit.check(own, pack, trust, null);
    }

    private static Status status(List<Step> steps, Name name) {
        return step(steps, name).status();
    }

    private static Step step(List<Step> steps, Name name) {
        return steps.stream().filter(step -> step.name() == name).findFirst().orElseThrow();
    }

    private static List<Code> codes(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.found().stream())
                .map(Discrepancy::code)
                .toList();
    }

    @Test
    void signatureWithinItsTimeCountsAndSaysWhose() throws IOException {
        List<Step> steps = check(operator(BEFORE, AFTER));
        assertThat(codes(steps)).isEmpty();
        assertThat(status(steps, Name.LOG)).isEqualTo(Status.OK);
        assertThat(step(steps, Name.SIGNATURE).says()).startsWith("Signed by ops, ");
    }

    @Test
    void timeBeginsWithItsFirstInstantAndEndsBeforeItsLast() throws IOException {
        assertThat(codes(check(operator(LOGGED.isBefore(ISSUED) ? LOGGED : ISSUED, AFTER))))
                .isEmpty();
        assertThat(status(check(operator(BEFORE, ISSUED)), Name.SIGNATURE)).isEqualTo(Status.FAIL);
        assertThat(status(check(operator(ISSUED.plusSeconds(1), AFTER)), Name.SIGNATURE))
                .isEqualTo(Status.FAIL);
        assertThat(status(check(operator(BEFORE, ISSUED.plusSeconds(1))), Name.SIGNATURE))
                .isEqualTo(Status.OK);
    }

    @Test
    void keyThatExpiredBeforeFailsInStatementAndLogWithItsName() throws IOException {
        List<Step> steps = check(operator(BEFORE, BEFORE.plusSeconds(1)));
        assertThat(codes(steps)).containsExactly(Code.KEY_OUT_OF_TIME, Code.KEY_OUT_OF_TIME);
        assertThat(step(steps, Name.LOG).found().get(0).says())
                .isEqualTo("ops signed it at " + LOGGED
                        + "; that key counts from 2020-01-01T00:00:00Z until 2020-01-01T00:00:01Z.");
    }

    @Test
    void keyThatExpiredIsNotRevivedByAnEarlierTimeInTheStatement() throws IOException {
        SortedMap<String, byte[]> files = PackKit.files(pack);
        Statement.Meaning early = Meanings.with(meaning, BEFORE, meaning.zone());
        PackKit.signAnew(files, early, OTHER);
        Trust trust = new Trust(
                "",
                0,
                List.of(
                        entry("ops", KEY, BEFORE, AFTER, Role.LOG),
                        entry("old", OTHER, BEFORE, LOGGED, Role.STATEMENT)));
        List<Step> steps = PackKit.check(own, PackKit.zip(files), trust, null);
        assertThat(codes(steps)).containsExactly(Code.KEY_OUT_OF_TIME);
        assertThat(step(steps, Name.SIGNATURE).found().get(0).says())
                .startsWith("old signed it at " + LOGGED + "; that key counts");
    }

    @Test
    void keyThatNobodyKnowsFails() throws IOException {
        Trust others = new Trust("", 0, List.of(entry("x", OTHER, BEFORE, AFTER, Role.LOG, Role.STATEMENT)));
        List<Step> steps = check(others);
        assertThat(codes(steps)).containsExactly(Code.KEY_UNKNOWN, Code.KEY_UNKNOWN);
    }

    @Test
    void keySignsOnlyWhatItsRoleSays() throws IOException {
        Trust log = new Trust(
                "",
                0,
                List.of(entry("ops", KEY, BEFORE, AFTER, Role.LOG), entry("x", OTHER, BEFORE, AFTER, Role.STATEMENT)));
        List<Step> steps = check(log);
        assertThat(codes(steps)).containsExactly(Code.KEY_UNKNOWN);
        assertThat(step(steps, Name.SIGNATURE).found().get(0).says()).contains("ops signed it, who is not trusted");
        assertThat(status(steps, Name.LOG)).isEqualTo(Status.OK);
    }

    @Test
    void whatNobodyIsTrustedForIsNotCalledSound() throws IOException {
        Trust log = new Trust("", 0, List.of(entry("ops", KEY, BEFORE, AFTER, Role.LOG)));
        assertThat(status(check(log), Name.SIGNATURE)).isEqualTo(Status.NOT_CHECKED);
        assertThat(status(check(Trust.nobody()), Name.LOG)).isEqualTo(Status.NOT_CHECKED);
    }

    @Test
    void logOfAnotherNameFails() throws IOException {
        Trust other =
                new Trust("example.org/other", 0, List.of(entry("ops", KEY, BEFORE, AFTER, Role.LOG, Role.STATEMENT)));
        assertThat(codes(check(other))).containsExactly(Code.ORIGIN_DIFFERS);
    }

    @Test
    void signatureThatNamesAKnownKeyAndIsNotItsIsInvalid() throws IOException {
        SortedMap<String, byte[]> files = PackKit.files(pack);
        Envelope envelope = Envelope.read(files.get(Bag.STATEMENT));
        Envelope forged = Envelope.sign(envelope.statement(), OTHER);
        Envelope.Signature named = new Envelope.Signature(
                Envelope.keyId(KEY.publicKey()), forged.signatures().get(0).sig());
        files.put(
                Bag.STATEMENT,
                CanonicalJson.line(new Envelope(forged.payload(), forged.payloadType(), List.of(named))));
        PackKit.bagAnew(files, meaning);
        assertThat(codes(PackKit.check(own, PackKit.zip(files), operator(BEFORE, AFTER), null)))
                .containsExactly(Code.SIGNATURE_INVALID);
    }

    @Test
    void emptyLogOfADatedKeyIsNotCalledSound() throws IOException {
        FileVault.create(own.resolve("empty"), PackKit.ORIGIN, KEY, CLOCK).close();
        List<Step> steps = new Verifier(operator(BEFORE, AFTER)).steps(own.resolve("empty"), Optional.empty());
        assertThat(status(steps, Name.LOG)).isEqualTo(Status.NOT_CHECKED);
    }

    @Test
    void olderCheckpointIsHeldAgainstTheTimeOfItsOwnLastLeaf() throws IOException {
        MerkleTree tree = new MerkleTree();
        String first = new String(PackKit.files(pack).get("data/vault/log/leaves"), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        tree.add(first.getBytes(StandardCharsets.UTF_8));
        Checkpoint older = SignedNote.sign(PackKit.ORIGIN, tree, KEY);
        assertThat(status(PackKit.check(own, pack, operator(BEFORE, AFTER), older), Name.SINCE))
                .isEqualTo(Status.OK);
        Step late = step(PackKit.check(own, pack, operator(LOGGED.plusSeconds(1), AFTER), older), Name.SINCE);
        assertThat(late.found()).extracting(Discrepancy::code).containsExactly(Code.KEY_OUT_OF_TIME);
    }

    @Test
    void olderCheckpointOverNothingHasNoTimeAtWhichADatedKeyCounts() throws IOException {
        Checkpoint nothing = SignedNote.sign(PackKit.ORIGIN, new MerkleTree(), KEY);
        Step step = step(PackKit.check(own, pack, operator(BEFORE, AFTER), nothing), Name.SINCE);
        assertThat(step.status()).isEqualTo(Status.NOT_CHECKED);
        assertThat(step(PackKit.check(own, pack, nothing), Name.SINCE).status()).isEqualTo(Status.OK);
    }

    private static Trust reviewed(int threshold, Instant until) {
        return new Trust(
                "",
                threshold,
                List.of(
                        entry("ops", KEY, BEFORE, AFTER, Role.LOG, Role.STATEMENT),
                        entry("jane", JANE, BEFORE, until, Role.REVIEWER),
                        entry("joe", OTHER, BEFORE, until, Role.REVIEWER)));
    }

    private Path issued() throws IOException {
        return Files.write(own.resolve(PackKit.PACK + ".zip"), pack);
    }

    private void signed(String name, SigningKey key) throws IOException {
        Path zip = issued();
        Files.write(Review.file(zip, name), Review.sign(zip, name, ISSUED.plusSeconds(60), key));
    }

    private Step reviewers(Trust trust) throws IOException {
        return step(check(trust), Name.REVIEWERS);
    }

    @Test
    void reviewersNobodyAsksForAreNoGoodNews() throws IOException {
        signed("jane", JANE);
        Step step = reviewers(Trust.of(KEY.publicKey()));
        assertThat(step.status()).isEqualTo(Status.NOT_ASKED);
        assertThat(step.says()).startsWith("1 signatures lie beside the pack.");
    }

    @Test
    void asManyReviewersAsAreAskedForMustHaveSigned() throws IOException {
        assertThat(reviewers(reviewed(1, AFTER)).found())
                .extracting(Discrepancy::code)
                .containsExactly(Code.REVIEWERS_MISSING);
        signed("jane", JANE);
        assertThat(reviewers(reviewed(1, AFTER)).says()).isEqualTo("Signed by jane; 1 asked for.");
        assertThat(reviewers(reviewed(2, AFTER)).found())
                .extracting(Discrepancy::says)
                .containsExactly("1 of the 2 reviewers that are asked for signed it.");
        signed("joe", OTHER);
        assertThat(reviewers(reviewed(2, AFTER)).status()).isEqualTo(Status.OK);
    }

    @Test
    void onePersonWhoSignsTwiceIsOneReviewer() throws IOException {
        signed("jane", JANE);
        signed("jane-again", JANE);
        assertThat(reviewers(reviewed(2, AFTER)).found())
                .extracting(Discrepancy::code)
                .containsExactly(Code.REVIEWERS_MISSING);
    }

    @Test
    void strangerAndTheOperatorAreNoReviewers() throws IOException {
        signed("mallory", SigningKey.of(new byte[] {
            9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9
        }));
        signed("ops", KEY);
        assertThat(reviewers(reviewed(1, AFTER)).found())
                .extracting(Discrepancy::code)
                .containsExactly(Code.KEY_UNKNOWN, Code.KEY_UNKNOWN, Code.REVIEWERS_MISSING);
    }

    @Test
    void reviewerWhoseKeyExpiredDoesNotCount() throws IOException {
        signed("jane", JANE);
        assertThat(reviewers(reviewed(1, ISSUED)).found())
                .extracting(Discrepancy::code)
                .containsExactly(Code.KEY_OUT_OF_TIME, Code.REVIEWERS_MISSING);
    }

    @Test
    void reviewOfAnotherPackIsNoReviewOfThisOne() throws IOException {
        Path other = Files.writeString(own.resolve("other.zip"), "another pack");
        Files.write(Review.file(issued(), "jane"), Review.sign(other, "jane", ISSUED, JANE));
        assertThat(reviewers(reviewed(1, AFTER)).found())
                .extracting(Discrepancy::code)
                .containsExactly(Code.REVIEW_DIFFERS, Code.REVIEWERS_MISSING);
    }

    @Test
    void statementOfThePackItselfIsNoReview() throws IOException {
        Files.write(Review.file(issued(), "jane"), PackKit.files(pack).get(Bag.STATEMENT));
        assertThat(reviewers(reviewed(1, AFTER)).found())
                .extracting(Discrepancy::code)
                .containsExactly(Code.REVIEW_MALFORMED, Code.REVIEWERS_MISSING);
    }

    @Test
    void everyFlippedBitOfAReviewIsNoticed() throws IOException {
        signed("jane", JANE);
        Path file = Review.file(issued(), "jane");
        byte[] genuine = Files.readAllBytes(file);
        for (int at = 0; at < genuine.length; at++) {
            byte[] other = genuine.clone();
            other[at] ^= (byte) (1 << at % 8);
            Files.write(file, other);
            Step step = new ReviewCheck(issued(), PackHolding.read(issued()), reviewed(1, AFTER)).step();
            assertThat(step.status()).as("byte " + at).isEqualTo(Status.FAIL);
        }
    }

    @Test
    void garbageAndEndlessReviewsAreToldInASentence() throws IOException {
        Files.writeString(Review.file(issued(), "empty"), "");
        Files.write(Review.file(issued(), "large"), new byte[(1 << 16) + 1]);
        Files.writeString(Review.file(issued(), "null"), "null\n");
        assertThat(reviewers(reviewed(1, AFTER)).found())
                .extracting(Discrepancy::code)
                .containsExactly(
                        Code.REVIEW_MALFORMED, Code.REVIEW_MALFORMED, Code.REVIEW_MALFORMED, Code.REVIEWERS_MISSING);
    }
}
