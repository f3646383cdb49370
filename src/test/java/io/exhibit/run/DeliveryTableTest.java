package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Receipt.State;
import io.exhibit.aws.vault.MockServer;
import io.exhibit.deliver.Delivery;
import io.exhibit.deliver.NotDelivered;
import io.exhibit.deliver.NotDelivered.Reason;
import io.exhibit.deliver.lane.BucketLane;
import io.exhibit.deliver.lane.FolderLane;
import io.exhibit.deliver.lane.Lane;
import io.exhibit.deliver.lane.MailLane;
import io.exhibit.deliver.lane.SftpLane;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultException;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries to real servers: what goes well, what is refused, what is cut, what goes twice; and the receipts of each in the log. */
@OneJdk
class DeliveryTableTest {

    private static final SigningKey KEY = SigningKey.of(new byte[32]);
    private static final Instant NOW = Instant.parse("2026-11-01T05:00:00Z");
    private static final String PACK = SamplePack.PACK;
    /** Longer than what a connection holds back. */
    private static final String REPORT = "%PDF-1.7 what people read\n".repeat(16_000);

    @TempDir
    private static Path mocked;

    private static MockServer s3;
    private static MailLane mail;
    private static SftpLane sftp;

    @TempDir
    private Path folder;

    private Path vault;
    private String sha256;

    @BeforeAll
    static void start() throws Exception {
        s3 = MockServer.start(mocked);
        s3.bucket("auditor", false);
        mail = new MailLane(mocked);
        sftp = new SftpLane(mocked.resolve("srv"));
    }

    @AfterAll
    static void stop() throws IOException {
        s3.close();
        mail.stop();
        sftp.stop();
    }

    @BeforeEach
    void bind() throws IOException {
        vault = folder.resolve("vault");
        try (Vault log = FileVault.create(vault, "example.org/evidence", KEY, () -> NOW)) {
            log.seal(SealedRuns.without("2026-10-05T021500Z", NOW, Outcome.FAILED, "unreachable"));
            log.nameChannel("auditor", "somewhere");
            sha256 = SamplePack.issue(log, folder, KEY, REPORT);
        }
    }

    private Lane lane(String kind) throws Exception {
        return switch (kind) {
            case "folder" -> new FolderLane(folder.resolve("delivered"));
            case "sftp" -> sftp.emptied();
            case "s3" -> new BucketLane(s3.address());
            default -> mail.emptied();
        };
    }

    private DeliverRun run(Delivery delivery) {
        return new DeliverRun(
                new OnDisk(), folder.resolve("packs"), List.of(new Route(delivery, any -> true)), () -> NOW);
    }

    private DeliverRun.Outcome deliver(Delivery delivery) throws IOException {
        DeliverRun run = run(delivery);
        return run.deliver(run.owed().get(0), false);
    }

    private List<Receipt> receipts() throws IOException {
        assertThat(new Verifier(KEY.publicKey()).check(vault)).isEmpty();
        try (Vault log = FileVault.read(vault)) {
            return log.receipts();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "folder | another file | TAKEN | another file EH-2026-10.zip. It is left as it is; see who put it there",
                "sftp | wrong password | LOGIN | did not let exhibit in",
                "sftp | another host key | UNTRUSTED | Ask the receiver by another way whether its key changed",
                "sftp | no folder | REFUSED | There is no folder /inbox at sftp://exhibit@127.0.0.1",
                "sftp | another file | TAKEN | another file EH-2026-10.zip. It is left as it is; see who put it there",
                "sftp | cut | BROKEN_OFF | was broken off",
                "s3 | no bucket | REFUSED | There is no bucket nobodys. Have the receiver make it, or check its name",
                "s3 | AccessDenied | LOGIN | was denied (AccessDenied): Not now, not here. It takes s3:PutObject",
                "s3 | KMS.DisabledException | REFUSED | Have the key of the channel (kms_key), or of the bucket, enabled",
                "s3 | InvalidAccessKeyId | LOGIN | Check profile and role",
                "s3 | InternalError | LATER | failed with InternalError: Not now, not here.",
                "s3 | another file | TAKEN | another file EH-2026-10.zip. It is left as it is; see who put it there",
                "s3 | cut | UNREACHABLE | PutObject EH-2026-10.pdf at s3://auditor/inbox/",
                "mail | wrong password | LOGIN | did not let us log in",
                "mail | another certificate | UNTRUSTED | could not prove to be localhost",
                "mail | RCPT -> 452 4.2.2 Mailbox full | FULL | 452 4.2.2 Mailbox full. Have the mailbox cleared",
                "mail | after the message -> 552 5.2.2 Over quota | FULL | 552 5.2.2 Over quota. Have the mailbox cleared",
                "mail | RCPT -> 550 5.1.1 No such user | REFUSED | 550 5.1.1 No such user. Check the addresses",
                "mail | DATA -> 451 4.3.0 Try later | LATER | 451 4.3.0 Try later",
                "mail | RCPT -> cut | BROKEN_OFF | broke off before it had the whole message"
            })
    void whatIsInTheWayIsToldAndGoesWithTheNextTry(String kind, String trouble, Reason reason, String told)
            throws Exception {
        try (Lane lane = lane(kind)) {
            DeliverRun.Outcome first = deliver(lane.in(trouble));

            assertThat(first.receipt()).isEmpty();
            assertThat(first.trouble()).get().isInstanceOfSatisfying(NotDelivered.class, refused -> {
                assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
                assertThat(refused).hasMessageContaining(told);
                assertThat(refused.getMessage()).doesNotContain("\n", "java.", "Impl", "[EOF]");
            });
            assertThat(receipts()).isEmpty();
            if (!reason.equals(Reason.TAKEN)) {
                assertThat(lane.arrived()).as("whole, or without a name").doesNotContain(PACK + ".zip");
            }

            Delivery mended = lane.in("");
            DeliverRun.Outcome second = deliver(mended);

            assertThat(second.trouble()).isEmpty();
            assertThat(receipts()).singleElement().isEqualTo(second.receipt().orElseThrow());
            whatTheReceiptSaysIsThere(lane, second.receipt().orElseThrow());
            assertThat(second.receipt().orElseThrow().note()).isEmpty();
            assertThat(run(mended).owed()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "folder | '' | '' | is not there yet; the first pack makes it in",
                "sftp | '' | '' | its host key is the right one, we are let in, and the folder is there",
                "sftp | wrong password | LOGIN | did not let exhibit in",
                "sftp | another host key | UNTRUSTED | Ask the receiver by another way whether its key changed",
                "sftp | no folder | REFUSED | There is no folder /inbox at sftp://exhibit@127.0.0.1",
                "s3 | '' | '' | the bucket is there and may be looked at",
                "s3 | no bucket | REFUSED | There is no bucket nobodys. Have the receiver make it, or check its name",
                "mail | '' | '' | answers over TLS with the certificate that it should have and lets us log in",
                "mail | wrong password | LOGIN | did not let us log in",
                "mail | another certificate | UNTRUSTED | could not prove to be localhost"
            })
    void aCheckTellsWhatWouldBeInTheWayAndSendsNothing(String kind, String trouble, String reason, String told)
            throws Exception {
        try (Lane lane = lane(kind)) {
            Delivery delivery = lane.in(trouble);

            if (reason.isEmpty()) {
                assertThat(delivery.check()).contains(told);
            } else {
                assertThatThrownBy(delivery::check)
                        .isInstanceOfSatisfying(
                                NotDelivered.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.valueOf(reason)))
                        .hasMessageContaining(told);
            }

            assertThat(lane.arrived()).isEmpty();
        }
        assertThat(folder.resolve("delivered")).doesNotExist();
    }

    private void whatTheReceiptSaysIsThere(Lane lane, Receipt receipt) throws Exception {
        assertThat(receipt.pack()).isEqualTo(PACK);
        assertThat(receipt.channel()).isEqualTo("auditor");
        assertThat(receipt.at()).isEqualTo(Lane.AT);
        assertThat(receipt.files())
                .extracting(Receipt.Item::name)
                .containsExactly(PACK + ".pdf", PACK + ".zip", PACK + ".tlog-proof");
        assertThat(receipt.files())
                .filteredOn(file -> file.name().endsWith(".zip"))
                .singleElement()
                .satisfies(zip -> {
                    assertThat(zip.sha256()).isEqualTo(sha256);
                    assertThat(zip.bytes()).isEqualTo(Files.size(folder.resolve("packs/" + PACK + ".zip")));
                });
        if (lane instanceof MailLane mail) {
            assertThat(lane.arrived()).hasSize(1);
            assertThat(mail.text()).contains(sha256, "the box of the audit", "exhibit verify " + PACK + ".zip");
            assertThat(receipt.remote()).startsWith("250");
        } else {
            assertThat(lane.arrived()).contains(PACK + ".pdf", PACK + ".zip", PACK + ".tlog-proof");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "sftp", "s3", "mail"})
    void whatGoesWellHasOneReceiptAndIsNotOwedAnyMore(String kind) throws Exception {
        try (Lane lane = lane(kind)) {
            Delivery delivery = lane.in("");
            Receipt receipt = deliver(delivery).receipt().orElseThrow();

            whatTheReceiptSaysIsThere(lane, receipt);
            assertThat(receipt.files())
                    .extracting(Receipt.Item::state)
                    .containsOnly(kind.equals("mail") ? State.NAMED : State.ARRIVED);
            assertThat(receipts()).containsExactly(receipt);
            assertThat(run(delivery).owed()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "sftp", "s3"})
    void whoDiesBetweenSendingAndReceiptFindsItThereAndSaysSo(String kind) throws Exception {
        try (Lane lane = lane(kind)) {
            Delivery delivery = lane.in("");
            dieBeforeTheReceipt(delivery);
            assertThat(receipts()).isEmpty();

            Receipt receipt = deliver(delivery).receipt().orElseThrow();

            assertThat(receipt.files()).extracting(Receipt.Item::state).containsOnly(State.WAS_THERE);
            whatTheReceiptSaysIsThere(lane, receipt);
            assertThat(receipts()).containsExactly(receipt);
        }
    }

    @Test
    void whoDiesBetweenAMessageAndItsReceiptSendsItAgainUnderTheSameIdAndSaysSo() throws Exception {
        try (Lane lane = lane("mail")) {
            Delivery delivery = lane.in("");
            dieBeforeTheReceipt(delivery);
            assertThat(lane.arrived()).hasSize(1);

            Receipt receipt = deliver(delivery).receipt().orElseThrow();

            assertThat(receipt.note())
                    .isEqualTo("It may have been sent twice: how an attempt of " + NOW
                            + " ended is not known. Both have the same Message-ID.");
            assertThat(lane.arrived()).hasSize(2);
            assertThat(lane.arrived().get(0)).isEqualTo(lane.arrived().get(1));
            assertThat(receipts()).containsExactly(receipt);
            assertThat(Lane.names(folder.resolve("packs"))).noneMatch(name -> name.endsWith(".sending"));
        }
    }

    @Test
    void aMessageWhoseEndNobodyConfirmedMayHaveGoneTwiceAlsoAfterATryThatCertainlyDidNotGo() throws Exception {
        try (Lane lane = lane("mail")) {
            DeliverRun.Outcome first = deliver(lane.in("after the message -> cut"));
            DeliverRun.Outcome second = deliver(lane.in("RCPT -> 550 5.1.1 No such user"));
            DeliverRun.Outcome third = deliver(lane.in(""));

            assertThat(((NotDelivered) first.trouble().orElseThrow()).reason()).isEqualTo(Reason.UNCLEAR);
            assertThat(((NotDelivered) second.trouble().orElseThrow()).reason()).isEqualTo(Reason.REFUSED);
            assertThat(third.receipt().orElseThrow().note()).startsWith("It may have been sent twice");
            assertThat(lane.arrived()).hasSize(2).containsOnly(lane.arrived().get(0));
        }
    }

    /** The process ends when all is sent: the log cannot be written any more. */
    private void dieBeforeTheReceipt(Delivery delivery) {
        DeliverRun run = new DeliverRun(
                new OnDisk() {
                    @Override
                    public <T> T writing(Use<T> use) throws IOException {
                        return reading(use);
                    }
                },
                folder.resolve("packs"),
                List.of(new Route(delivery, any -> true)),
                () -> NOW);
        assertThatThrownBy(() -> run.deliver(run.owed().get(0), false))
                .isInstanceOfSatisfying(
                        VaultException.class,
                        end -> assertThat(end.reason()).isEqualTo(VaultException.Reason.READ_ONLY));
    }

    @Test
    void aPackThatSomebodyChangedOnItsShelfIsNotSent() throws Exception {
        Files.writeString(folder.resolve("packs/" + PACK + ".pdf"), "somebody else's");
        try (Lane lane = lane("folder")) {
            DeliverRun.Outcome outcome = deliver(lane.in(""));

            assertThat(outcome.trouble())
                    .get()
                    .satisfies(e -> assertThat(e)
                            .hasMessageContaining(PACK + ".pdf is not what was issued")
                            .hasMessageContaining("Nothing was sent"));
            assertThat(lane.arrived()).isEmpty();
        }
    }

    @Test
    void oneChannelThatFailsStopsNoOther() throws Exception {
        try (Lane broken = lane("sftp");
                Lane sound = lane("folder")) {
            Delivery down = broken.in("wrong password");
            Delivery up = sound.in("");
            Delivery named = new Renamed(up, "second");
            try (Vault log = FileVault.open(vault, KEY, () -> NOW)) {
                log.nameChannel("second", "elsewhere");
            }
            DeliverRun run = new DeliverRun(
                    new OnDisk(),
                    folder.resolve("packs"),
                    List.of(new Route(down, any -> true), new Route(named, any -> true)),
                    () -> NOW);
            assertThat(run.owed())
                    .as("the second was named after the pack was sealed")
                    .hasSize(1);

            DeliverRun.Outcome first = run.deliver(run.owed().get(0), false);
            DeliverRun.Outcome second = run.deliver(new Consignment(PACK, "second", named.to(), sha256), true);

            assertThat(first.trouble()).isPresent();
            assertThat(second.receipt()).isPresent();
            assertThat(run.owed()).extracting(Consignment::channel).containsExactly("auditor");
        }
    }

    /** A channel under another name. */
    private record Renamed(Delivery delivery, String channel) implements Delivery {

        @Override
        public String to() {
            return delivery.to();
        }

        @Override
        public boolean tells() {
            return delivery.tells();
        }

        @Override
        public String check() throws IOException {
            return delivery.check();
        }

        @Override
        public Receipt deliver(String pack, List<Path> files) throws IOException {
            Receipt receipt = delivery.deliver(pack, files);
            return new Receipt(
                    pack, channel, receipt.to(), receipt.at(), receipt.files(), receipt.remote(), receipt.note());
        }
    }

    /** Opens the vault anew each time, as a node does. */
    private class OnDisk implements Vaults {

        @Override
        public <T> T reading(Use<T> use) throws IOException {
            try (Vault log = FileVault.read(vault)) {
                return use.of(log);
            }
        }

        @Override
        public <T> T writing(Use<T> use) throws IOException {
            try (Vault log = FileVault.open(vault, KEY, () -> NOW)) {
                return use.of(log);
            }
        }
    }
}
