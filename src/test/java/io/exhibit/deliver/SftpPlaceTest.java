package io.exhibit.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Receipt.State;
import io.exhibit.deliver.NotDelivered.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OneJdk
class SftpPlaceTest {

    private static final Instant AT = Instant.parse("2026-11-01T06:00:00Z");

    @TempDir
    private Path folder;

    @TempDir
    private static Path shared;

    private static SftpHost host;

    private Path inbox;
    private Path report;
    private Path zip;

    @BeforeAll
    static void start() throws Exception {
        host = new SftpHost(shared.resolve("srv"));
    }

    @BeforeEach
    void empty() throws Exception {
        inbox = host.root().resolve("inbox");
        if (Files.isDirectory(inbox)) {
            for (String name : inbox.toFile().list()) {
                Files.delete(inbox.resolve(name));
            }
        }
        Files.createDirectories(inbox);
        report = Files.writeString(folder.resolve("EH-2026-10.pdf"), "abc");
        zip = Files.write(folder.resolve("EH-2026-10.zip"), new byte[1_000_000]);
    }

    @AfterAll
    static void stop() throws IOException {
        host.close();
    }

    private Receipt deliver(SftpServer server) throws IOException {
        return new PlacedDelivery("auditor", server.address(), () -> SftpPlace.open(server), InstantSource.fixed(AT))
                .deliver("EH-2026-10", List.of(report, zip));
    }

    private SftpServer right() {
        return host.settings(host.port(), "right", host.fingerprint());
    }

    private List<String> arrived() throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aPackArrivesWholeUnderItsNamesAndOnce() throws IOException {
        Receipt first = deliver(right());
        Receipt again = deliver(right());

        assertThat(arrived()).containsExactly("EH-2026-10.pdf", "EH-2026-10.zip");
        assertThat(inbox.resolve("EH-2026-10.zip")).hasSameBinaryContentAs(zip);
        assertThat(first.files()).extracting(Receipt.Item::state).containsOnly(State.ARRIVED);
        assertThat(first.to()).isEqualTo("sftp://exhibit@127.0.0.1:" + host.port() + "/inbox");
        assertThat(again.files()).extracting(Receipt.Item::state).containsOnly(State.WAS_THERE);
        assertThat(again.files().get(0).sha256()).isEqualTo(first.files().get(0).sha256());
    }

    @Test
    void theServerIsKnownByItsLineOfKnownHostsToo() throws IOException {
        deliver(host.settings(host.port(), "right", host.knownHosts()));
        assertThat(arrived()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa-sha2-nistp256", "ssh-rsa", "ssh-ed25519"})
    void aKeyOpensWhatAPasswordOpens(String kind) throws Exception {
        KeyPair own = KeyUtils.generateKeyPair(kind, kind.equals("ssh-rsa") ? 2048 : 256);
        host.server().setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, own.getPublic()));
        java.io.ByteArrayOutputStream text = new java.io.ByteArrayOutputStream();
        org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                own, "exhibit", null, text);
        String pem = text.toString(java.nio.charset.StandardCharsets.US_ASCII);

        deliver(withKey(pem));
        assertThat(arrived()).hasSize(2);
    }

    private SftpServer withKey(String pem) {
        SftpServer right = right();
        return new SftpServer(
                right.host(),
                right.port(),
                right.user(),
                right.hostKey(),
                Optional.empty(),
                Optional.of(() -> pem),
                right.folder(),
                right.patience());
    }

    @Test
    void aKeyThatIsNoneIsNamed() {
        assertThatThrownBy(() -> deliver(withKey("not a key")))
                .isInstanceOfSatisfying(
                        NotDelivered.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.LOGIN));
    }

    @Test
    void anotherHostKeyIsRefusedBeforeAPasswordIsSent() {
        NotDelivered refused = refused(host.settings(host.port(), "right", "SHA256:" + "A".repeat(43)));

        assertThat(refused.reason()).isEqualTo(Reason.UNTRUSTED);
        assertThat(refused).hasMessageContaining(host.fingerprint()).hasMessageContaining("host_key");
    }

    @Test
    void aWrongPasswordIsNamedAndNotPrinted() {
        NotDelivered refused = refused(host.settings(host.port(), "wrong-secret", host.fingerprint()));

        assertThat(refused.reason()).isEqualTo(Reason.LOGIN);
        assertThat(refused).hasMessageContaining("exhibit").hasMessageNotContaining("wrong-secret");
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        assertThat(refused(host.settings(port, "right", host.fingerprint())).reason())
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void anotherFileOfTheNameIsLeftAndNamedAndNothingIsSent() throws IOException {
        Files.writeString(inbox.resolve("EH-2026-10.zip"), "mine");

        NotDelivered refused = refused(right());

        assertThat(refused.reason()).isEqualTo(Reason.TAKEN);
        assertThat(refused).hasMessageContaining("EH-2026-10.zip");
        assertThat(arrived()).containsExactly("EH-2026-10.zip");
        assertThat(inbox.resolve("EH-2026-10.zip")).hasContent("mine");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        Files.delete(inbox);
        assertThat(refused(right())).hasMessageContaining("There is no folder /inbox");
    }

    @Test
    void aFolderThatMayNotBeWrittenIsToldWithWhatItTakes() throws IOException {
        Files.createDirectory(inbox.resolve(".tmp-EH-2026-10.pdf"));

        NotDelivered refused = refused(right());

        assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
        assertThat(refused).hasMessageContaining("EH-2026-10.pdf");
    }

    /** What the library said when a connection went away under it, by the moment at which it did. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ClientSessionImpl[exhibit@/127.0.0.1:41859]: session closed",
                "Closing: [SftpChannelSubsystem[id=0, recipient=0]-ClientSessionImpl[exhibit@/127.0.0.1:41859][sftp]]"
                        + " cmd=SSH_MSG_CHANNEL_DATA",
                "Already closed: ChannelOutputStream[ChannelSubsystem[id=0]] SSH_MSG_CHANNEL_DATA"
            })
    void aConnectionThatWentAwayIsToldWithoutThePartsOfTheLibrary(String said) {
        assertThat(SftpLogin.line(new IOException(said))).isEqualTo("the connection ended");
        assertThat(SftpLogin.line(new SftpException(SftpConstants.SSH_FX_FAILURE, "quota[users] is used up.")))
                .as("what the server says is passed on")
                .endsWith("quota[users] is used up");
        assertThat(SftpLogin.line(new IOException("No route to [::1]:22"))).isEqualTo("No route to [::1]:22");
    }

    @Test
    void whatIsCutInTheMiddleHasNoNameAndArrivesWithTheNextTry() throws IOException {
        try (CutProxy proxy = new CutProxy(host.port())) {
            SftpServer through = host.settings(proxy.port(), "right", host.fingerprint());
            proxy.cutAfter(200_000);
            NotDelivered cut = refused(through);

            assertThat(cut.reason()).isEqualTo(Reason.BROKEN_OFF);
            assertThat(arrived()).doesNotContain("EH-2026-10.zip").contains("EH-2026-10.pdf");

            proxy.cutAfter(Long.MAX_VALUE);
            Receipt receipt = deliver(through);

            assertThat(receipt.files()).extracting(Receipt.Item::state).containsExactly(State.WAS_THERE, State.ARRIVED);
            assertThat(arrived()).containsExactly("EH-2026-10.pdf", "EH-2026-10.zip");
        }
    }

    private NotDelivered refused(SftpServer server) {
        return catchThrowableOfType(NotDelivered.class, () -> deliver(server));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SHA256:short", "MD5:00:11", "host ssh-ed25519 AAAA", "ssh-ed25519"})
    void whatIsNoHostKeyIsToldHowToWriteIt(String text) {
        assertThatThrownBy(() -> HostKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ssh-keygen -l");
    }
}
