package io.exhibit.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Receipt.State;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report itself goes by mail only when it was asked for, and only while it is small enough. */
@OneJdk
class MailDeliveryTest {

    private static final Instant AT = Instant.parse("2026-11-01T06:00:00Z");

    @TempDir
    private Path folder;

    private final Certified ours = new Certified("localhost");
    private MailFront front;
    private List<Path> files;

    @BeforeEach
    void start() throws IOException {
        front = new MailFront(SmtpServer.Tls.STARTTLS, ours);
        files = List.of(
                Files.writeString(folder.resolve("EH-2026-10.pdf"), "%PDF-1.7 what people read"),
                Files.writeString(folder.resolve("EH-2026-10.zip"), "PK"));
    }

    @AfterEach
    void stop() throws IOException {
        front.close();
    }

    private Receipt deliver(long attach) throws IOException {
        SmtpServer server = new SmtpServer(
                "localhost",
                front.port(),
                SmtpServer.Tls.STARTTLS,
                Optional.of(ours.pem(folder.resolve("ours.pem"))),
                Optional.empty(),
                "exhibit@example.org",
                Duration.ofSeconds(10));
        MailDelivery.Notice notice =
                new MailDelivery.Notice(List.of("jane@auditor.example", "joe@auditor.example"), "", attach);
        return new MailDelivery("notice", server, notice, () -> AT).deliver("EH-2026-10", files);
    }

    @Test
    void theReportGoesAlongWhenItIsAskedForAndSmallEnough() throws Exception {
        Receipt sent = deliver(25);
        Receipt told = deliver(24);
        Receipt alone = deliver(0);

        MimeMessage[] all = front.mail().getReceivedMessages();
        assertThat(all).as("each of two receivers gets each of three").hasSize(6);
        MimeMultipart parts = (MimeMultipart) all[0].getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("EH-2026-10.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).hasSize(25);
        assertThat(sent.files()).extracting(Receipt.Item::state).containsExactly(State.SENT, State.NAMED);
        assertThat(sent.to()).isEqualTo("mail to jane@auditor.example, joe@auditor.example");

        assertThat(told.files()).extracting(Receipt.Item::state).containsOnly(State.NAMED);
        assertThat(told.note())
                .isEqualTo("EH-2026-10.pdf was not attached: it has 25 bytes, and the settings allow 24.");
        assertThat((String) all[1].getContent()).contains(told.note());

        assertThat(alone.note()).isEmpty();
        assertThat((String) all[2].getContent())
                .contains("EH-2026-10.zip, 2 bytes", "It is handed over by the way that was agreed on.")
                .doesNotContain("attached");
    }
}
