package io.exhibit.deliver.lane;

import com.icegreen.greenmail.store.FolderException;
import io.exhibit.deliver.Certified;
import io.exhibit.deliver.Delivery;
import io.exhibit.deliver.MailDelivery;
import io.exhibit.deliver.MailFront;
import io.exhibit.deliver.SmtpServer;
import io.exhibit.deliver.SmtpServer.Login;
import io.exhibit.deliver.SmtpServer.Tls;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mail server (GreenMail) behind a front that has its troubles. */
public final class MailLane implements Lane {

    private final Path folder;
    private final Certified ours = new Certified("localhost");
    private final MailFront front = new MailFront(Tls.STARTTLS, ours);

    /** @param folder for certificates */
    public MailLane(Path folder) throws IOException {
        this.folder = folder;
    }

    @Override
    public Delivery in(String trouble) throws Exception {
        front.asUsual();
        if (trouble.contains(" -> ")) {
            String[] said = trouble.split(" -> ");
            front.answering(said[0], said[1]);
        }
        boolean alien = trouble.equals("another certificate");
        SmtpServer server = new SmtpServer(
                "localhost",
                front.port(),
                Tls.STARTTLS,
                Optional.of((alien ? new Certified("localhost") : ours).pem(folder.resolve(alien + ".pem"))),
                Optional.of(new Login("exhibit", () -> trouble.equals("wrong password") ? "wrong" : "right")),
                "Exhibit <exhibit@example.org>",
                Duration.ofSeconds(5));
        return new MailDelivery(
                "auditor",
                server,
                new MailDelivery.Notice(List.of("jane@auditor.example"), "the box of the audit", 0),
                () -> AT);
    }

    @Override
    public List<String> arrived() throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : front.mail().getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    /** What the last message says. */
    public String text() throws Exception {
        MimeMessage[] all = front.mail().getReceivedMessages();
        return String.valueOf(all[all.length - 1].getContent());
    }

    /** The same server, in which no mail lies. */
    public MailLane emptied() throws FolderException {
        front.asUsual().mail().purgeEmailFromAllMailboxes();
        return this;
    }

    /** A server takes a second to start; the next test has it too. */
    @Override
    public void close() {
        front.asUsual();
    }

    public void stop() throws IOException {
        front.close();
    }
}
