package io.exhibit.cli.wiring;

import io.exhibit.deliver.Letter;
import io.exhibit.deliver.NotDelivered;
import io.exhibit.deliver.Smtp;
import io.exhibit.deliver.SmtpServer;
import io.exhibit.run.watch.Channel;
import io.exhibit.run.watch.Message;
import java.io.IOException;
import java.util.List;

/**
 * Tells people by mail.
 *
 * @param to addresses
 */
public record MailChannel(SmtpServer server, List<String> to) implements Channel {

    @Override
    public String name() {
        return "mail to " + String.join(", ", to);
    }

    @Override
    public String check() throws IOException {
        return new Smtp(server).check();
    }

    @Override
    public void send(Message message) throws IOException {
        try {
            new Smtp(server)
                    .send(new Letter(
                            "notice-" + message.id(), message.at(), to, message.subject(), message.text(), List.of()));
        } catch (NotDelivered e) {
            // It may have arrived. Sent again it has the same id, by which a mailbox sees two of it as one.
            throw new IOException(e.getMessage(), e);
        }
    }
}
