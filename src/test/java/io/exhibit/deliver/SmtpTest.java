package io.exhibit.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.store.FolderException;
import io.exhibit.OneJdk;
import io.exhibit.deliver.NotDelivered.Reason;
import io.exhibit.deliver.SmtpServer.Login;
import io.exhibit.deliver.SmtpServer.Tls;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@OneJdk
class SmtpTest {

    private static final Instant AT = Instant.parse("2026-11-01T06:00:00Z");
    private static final Certified OURS = new Certified("localhost");

    @TempDir
    private static Path folder;

    private static Path trusted;
    private static MailFront starttls;
    private static MailFront implicit;

    @BeforeAll
    static void trust() throws IOException {
        trusted = OURS.pem(folder.resolve("ours.pem"));
        starttls = new MailFront(Tls.STARTTLS, OURS);
        implicit = new MailFront(Tls.IMPLICIT, OURS);
    }

    @AfterAll
    static void stop() throws IOException {
        starttls.close();
        implicit.close();
    }

    /** A server takes long to start, so that tests share two of them. */
    private static MailFront front(Tls tls) throws FolderException {
        MailFront front = tls == Tls.STARTTLS ? starttls : implicit;
        front.asUsual().mail().purgeEmailFromAllMailboxes();
        return front;
    }

    private static SmtpServer server(MailFront front, Tls tls, String password, Path authorities) {
        return new SmtpServer(
                "localhost",
                front.port(),
                tls,
                Optional.of(authorities),
                Optional.of(new Login("exhibit", () -> password)),
                "Exhibit <exhibit@example.org>",
                Duration.ofSeconds(5));
    }

    private static Letter letter(String subject, Letter.Attached... files) {
        return new Letter(
                "pack.0123abcd", AT, List.of("jane@auditor.example"), subject, "Grüße.\nEin Satz.\n", List.of(files));
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "IMPLICIT"})
    void aMessageArrivesOverTlsAsItWasMeant(Tls tls) throws Exception {
        MailFront front = front(tls);
        String said = new Smtp(server(front, tls, "right", trusted)).send(letter("Das Päckchen für Oktober"));

        assertThat(said).startsWith("250");
        MimeMessage[] arrived = front.mail().getReceivedMessages();
        assertThat(arrived).hasSize(1);
        assertThat(arrived[0].getSubject()).isEqualTo("Das Päckchen für Oktober");
        assertThat(arrived[0].getMessageID()).isEqualTo("<pack.0123abcd@example.org>");
        assertThat(arrived[0].getHeader("Date")).containsExactly("Sun, 1 Nov 2026 06:00:00 GMT");
        assertThat(arrived[0].getContent()).asString().isEqualToNormalizingNewlines("Grüße.\nEin Satz.");
        assertThat(arrived[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aFileTravelsBesideTheText() throws Exception {
        byte[] bytes = "%PDF-1.7\n\u00e4\r\n.\r\nx".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("EH-2026-10.pdf"), bytes);
        MailFront front = front(Tls.STARTTLS);
        new Smtp(server(front, Tls.STARTTLS, "right", trusted))
                .send(letter("October", new Letter.Attached(file, "application/pdf")));

        MimeMultipart parts =
                (MimeMultipart) front.mail().getReceivedMessages()[0].getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("EH-2026-10.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: evil@example.org", "a\nBcc: evil@example.org", "ä\r\n\r\nBcc: evil@example.org"})
    void aLineEndInASubjectBeginsNoHeader(String subject) throws Exception {
        MailFront front = front(Tls.STARTTLS);
        new Smtp(server(front, Tls.STARTTLS, "right", trusted)).send(letter(subject));

        MimeMessage arrived = front.mail().getReceivedMessages()[0];
        assertThat(arrived.getHeader("Bcc")).isNull();
        assertThat(arrived.getSubject()).matches(". Bcc: evil@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@x.example, joe@x.example",
                "jane@x.example\r\nBcc: joe@x.example",
                "jane",
                "",
                "j\u00e4ne@x.example",
                "<jane@x.example"
            })
    void whatIsNotOneAddressIsNone(String text) {
        assertThat(Smtp.isAddress(text)).isFalse();
        assertThat(Smtp.isAddress("Jane Doe <jane@x.example>")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 452 4.2.2 Mailbox full | FULL | jane@auditor.example: 452 4.2.2 Mailbox full. Have the mailbox",
                "after the message | 552 5.2.2 Over quota | FULL | 552 5.2.2 Over quota. Have the mailbox",
                "RCPT | 550 5.1.1 No such user | REFUSED | jane@auditor.example: 550 5.1.1 No such user. Check",
                "MAIL | 553 5.7.1 Not yours | REFUSED | 553 5.7.1 Not yours. Check",
                "after the message | 554 5.7.1 Looks like spam | REFUSED | 554 5.7.1 Looks like spam. Check",
                "DATA | 451 4.3.0 Try later | LATER | does not take the message now: 451 4.3.0 Try later",
                "AUTH | 454 4.7.0 Temporary failure | LOGIN | did not let us log in: 454 4.7.0 Temporary failure",
                "MAIL | cut | BROKEN_OFF | broke off before it had the whole message",
                "after the message | cut | UNCLEAR | got the whole message and did not say that it took it"
            })
    void whatAServerInTroubleSaysIsToldWithWhatToDo(String when, String answer, Reason reason, String told)
            throws Exception {
        MailFront front = front(Tls.STARTTLS);
        Smtp smtp = new Smtp(server(front, Tls.STARTTLS, "right", trusted));
        front.answering(when, answer);

        NotDelivered refused = catchThrowableOfType(NotDelivered.class, () -> smtp.send(letter("October")));

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused).hasMessageContaining(told).hasMessageStartingWith("The mail server localhost:");
        assertThat(front.mail().getReceivedMessages()).hasSize(reason == Reason.UNCLEAR ? 1 : 0);

        front.asUsual();
        assertThat(smtp.send(letter("October"))).startsWith("250");
    }

    @Test
    void aMessageThatIsCutInTheMiddleDidNotArrive() throws Exception {
        Letter large = new Letter(
                "a", AT, List.of("jane@auditor.example"), "October", "A line.\n".repeat(1_000_000), List.of());
        MailFront front = front(Tls.STARTTLS);
        Smtp smtp = new Smtp(server(front, Tls.STARTTLS, "right", trusted));
        front.answering(MailFront.IN_THE_MESSAGE, MailFront.CUT);

        NotDelivered cut = catchThrowableOfType(NotDelivered.class, () -> smtp.send(large));

        assertThat(cut.reason()).isEqualTo(Reason.BROKEN_OFF);
        assertThat(cut).hasMessageContaining("broke off before it had the whole message");
        assertThat(front.mail().getReceivedMessages()).isEmpty();
    }

    @Test
    void aWrongPasswordIsNamedAndNotPrinted() throws Exception {
        MailFront front = front(Tls.IMPLICIT);
        Smtp smtp = new Smtp(server(front, Tls.IMPLICIT, "wrong-secret", trusted));

        NotDelivered refused = catchThrowableOfType(NotDelivered.class, () -> smtp.send(letter("October")));

        assertThat(refused.reason()).isEqualTo(Reason.LOGIN);
        assertThat(refused).hasMessageContaining("smtp.user").hasMessageNotContaining("wrong-secret");
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "IMPLICIT"})
    void aCertificateThatIsNotTrustedOrIsOfAnotherHostIsRefusedBeforeALogin(Tls tls) throws Exception {
        Certified other = new Certified("mail.example.org");
        Path alien = other.pem(folder.resolve("alien-" + tls + ".pem"));
        MailFront stranger = front(tls);
        try (MailFront misnamed = new MailFront(tls, other)) {
            NotDelivered strange = catchThrowableOfType(
                    NotDelivered.class, () -> new Smtp(server(stranger, tls, "right", alien)).send(letter("October")));
            NotDelivered named = catchThrowableOfType(
                    NotDelivered.class, () -> new Smtp(server(misnamed, tls, "right", alien)).send(letter("October")));

            assertThat(strange.reason()).isEqualTo(Reason.UNTRUSTED);
            assertThat(strange).hasMessageContaining("could not prove to be localhost");
            assertThat(named.reason()).isEqualTo(Reason.UNTRUSTED);
            assertThat(named).hasMessageContaining("localhost");
            assertThat(misnamed.mail().getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void aServerThatOffersNoTlsGetsNothing() throws Exception {
        try (MailFront front = new MailFront(Tls.NONE, OURS)) {
            NotDelivered refused = catchThrowableOfType(
                    NotDelivered.class,
                    () -> new Smtp(server(front, Tls.STARTTLS, "right", trusted)).send(letter("October")));

            assertThat(refused.reason()).isEqualTo(Reason.UNTRUSTED);
            assertThat(refused).hasMessageContaining("offers no STARTTLS");
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        SmtpServer server = new SmtpServer(
                "127.0.0.1",
                port,
                Tls.NONE,
                Optional.empty(),
                Optional.empty(),
                "a@example.org",
                Duration.ofSeconds(5));

        NotDelivered refused = catchThrowableOfType(NotDelivered.class, () -> new Smtp(server).send(letter("October")));

        assertThat(refused.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(refused).hasMessageContaining("smtp.host");
    }
}
