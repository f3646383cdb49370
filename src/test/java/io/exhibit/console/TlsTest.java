package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.console.door.Doorway;
import io.exhibit.console.door.Invitations;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.TlsFiles;
import io.exhibit.console.door.VisitBook;
import io.exhibit.console.door.Visitor;
import io.exhibit.deliver.Certified;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console with a certificate of its own. */
final class TlsTest {

    private static final String NAME = "console.example.org";

    @TempDir
    Path folder;

    private final Certified certified = new Certified(NAME);
    private TlsFiles files;
    private Room room;

    @BeforeEach
    void open() throws IOException {
        files = new TlsFiles(certified.pem(folder.resolve("c.pem")), certified.key(folder.resolve("k.pem")));
        room = new Room(folder.resolve("room"), door(files));
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    private static Doorway door(TlsFiles files) {
        return new Doorway(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                List.of(NAME),
                Optional.of(files),
                Optional.empty(),
                Doorway.HandedLinks.NONE,
                Invitations.NONE,
                VisitBook.NONE);
    }

    private SSLSocket socket(Certified trusted) throws IOException {
        return (SSLSocket) trusted.client()
                .getSocketFactory()
                .createSocket(
                        room.console.address().getAddress(),
                        room.console.address().getPort());
    }

    private Ask.Answer ask(Ask ask) throws IOException {
        room.pass(Duration.ofSeconds(7));
        try (SSLSocket socket = socket(certified)) {
            return Ask.raw(socket, ask.toString());
        }
    }

    private String host() {
        return NAME + ":" + room.console.address().getPort();
    }

    @Test
    void pagesComeOverTlsAndBrowsersAskInNoOtherWayFromThenOn() throws IOException {
        String link = room.console.link(new Visitor("A. Viewer", Set.of(Role.VIEWER)));
        assertThat(link).startsWith("https://" + host() + "/enter?ticket=");
        String ticket = link.substring(link.indexOf('=') + 1);
        Ask.Answer in =
                ask(Ask.form("/enter", "ticket=" + ticket).with("Host", host()).with("Origin", "https://" + host()));

        assertThat(in.status()).isEqualTo(303);
        assertThat(in.head("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(in.head("Set-Cookie"))
                .startsWith("__Host-exhibit-" + room.console.address().getPort() + "=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/;")
                .doesNotContain("Domain");
        Ask.Answer page = ask(
                Ask.get(Room.HOME).with("Host", host()).with("Cookie", "__Host-" + room.cookie() + "=" + in.token()));
        assertThat(page.status()).isEqualTo(200);
        Ask.Answer plainCookie =
                ask(Ask.get(Room.HOME).with("Host", host()).with("Cookie", room.cookie() + "=" + in.token()));
        assertThat(plainCookie.status())
                .as("by the cookie of plain connections")
                .isEqualTo(401);
    }

    @Test
    void whatIsNotTlsIsNotAnswered() throws IOException {
        String ticket = room.ticket(Visitor.withEveryRole("Jane Doe"));
        List<Ask> plain = new ArrayList<>();
        for (String host : List.of(host(), room.host(), "localhost", NAME)) {
            for (String target :
                    List.of("/", "/enter", "/enter?ticket=" + ticket, Room.HOME, "/static/console.css", "*")) {
                plain.add(Ask.get(target).with("Host", host));
                plain.add(new Ask("OPTIONS", target).with("Host", host).with("Upgrade", "TLS/1.2, HTTP/1.1"));
            }
            plain.add(Ask.form("/enter", "ticket=" + ticket).with("Host", host).with("Origin", "https://" + host));
            plain.add(Ask.form("/enter", "ticket=" + ticket)
                    .with("Host", host)
                    .with("X-Forwarded-Proto", "https")
                    .with("Origin", "https://" + host));
        }
        assertThat(plain).hasSizeGreaterThan(Attacks.MANY);
        for (Ask each : plain) {
            assertThat(each.of(room.console.address()).status())
                    .as(each.toString())
                    .isZero();
        }
        Ask.Answer in =
                ask(Ask.form("/enter", "ticket=" + ticket).with("Host", host()).with("Origin", "https://" + host()));
        assertThat(in.status()).as("and the link still works").isEqualTo(303);
    }

    @Test
    void olderProtocolsAreRefused() throws IOException {
        for (String old : List.of("TLSv1", "TLSv1.1")) {
            try (SSLSocket socket = socket(certified)) {
                socket.setEnabledProtocols(new String[] {old});
                assertThatThrownBy(socket::startHandshake).as(old).isInstanceOf(SSLException.class);
            }
        }
        for (String good : List.of("TLSv1.2", "TLSv1.3")) {
            try (SSLSocket socket = socket(certified)) {
                socket.setEnabledProtocols(new String[] {good});
                socket.startHandshake();
                assertThat(socket.getSession().getProtocol()).isEqualTo(good);
            }
        }
    }

    @Test
    void aCertificateThatWasRenewedCountsWithoutAStart() throws IOException {
        Certified next = new Certified(NAME);
        next.pem(files.certificate());
        Files.setLastModifiedTime(files.certificate(), FileTime.from(Instant.parse("2040-01-01T00:00:00Z")));
        assertThatThrownBy(() -> room.console.renew()).hasMessageContaining("is not that of the certificate");
        try (SSLSocket socket = socket(certified)) {
            socket.startHandshake();
        }
        next.key(files.key());
        room.console.renew();
        try (SSLSocket socket = socket(next)) {
            socket.startHandshake();
        }
    }

    @Test
    void filesThatCannotBeUsedAreSaidOneByOne() throws IOException {
        Path key = files.key();
        Path other = new Certified(NAME).key(folder.resolve("other.pem"));
        Path certificate = files.certificate();
        says(new TlsFiles(certificate, folder.resolve("none")), "There is no file");
        says(new TlsFiles(folder.resolve("none"), key), "There is no file");
        says(new TlsFiles(certificate, other), "is not that of the certificate");
        says(new TlsFiles(key, key), "certificate");
        says(new TlsFiles(certificate, certificate), "can be read by everybody");
        says(new TlsFiles(Files.writeString(folder.resolve("x"), "x"), key), "certificate");
        String pem = Files.readString(key);
        Path pkcs1 = folder.resolve("pkcs1");
        Files.writeString(pkcs1, pem.replace("PRIVATE KEY", "EC PRIVATE KEY"));
        Files.setPosixFilePermissions(pkcs1, PosixFilePermissions.fromString("rw-------"));
        says(new TlsFiles(certificate, pkcs1), "openssl pkcs8 -topk8");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        says(files, "can be read by everybody");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(files.load()).as("a group may read it").isNotNull();
        assertThat(files.unnamed(List.of(NAME, "Console.Example.Org", "other.example.org", "example.org")))
                .containsExactly("other.example.org", "example.org");
        assertThat(new TlsFiles(new Certified("*.example.org").pem(folder.resolve("w.pem")), key)
                        .unnamed(List.of(NAME, "a.b.example.org", "example.org")))
                .containsExactly("a.b.example.org", "example.org");
    }

    private static void says(TlsFiles files, String words) {
        assertThatThrownBy(files::load).isInstanceOf(IOException.class).hasMessageContaining(words);
    }
}
