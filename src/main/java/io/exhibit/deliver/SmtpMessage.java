package io.exhibit.deliver;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.List;

/** A letter as it goes over the wire (RFC 5322), and whether all of it went. */
final class SmtpMessage extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String id;
    private boolean written;

    private SmtpMessage(String id) {
        super((Session) null);
        this.id = id;
    }

    static SmtpMessage of(Letter letter, InternetAddress from, List<InternetAddress> to) throws MessagingException {
        String domain = from.getAddress().replaceFirst(".*@", "");
        SmtpMessage message = new SmtpMessage("<" + letter.id() + "@" + domain + ">");
        message.setFrom(from);
        message.setRecipients(RecipientType.TO, to.toArray(new InternetAddress[0]));
        // A line end in a subject would begin a header of its own.
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}+", " "), UTF_8);
        // The library would write it in the machine's zone.
        message.setHeader("Date", RFC_1123_DATE_TIME.format(letter.at().atOffset(ZoneOffset.UTC)));
        // Keeps answering machines silent (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.files().isEmpty()) {
            message.setText(letter.text(), UTF_8);
        } else {
            message.setContent(parts(letter));
        }
        message.saveChanges();
        return message;
    }

    private static MimeMultipart parts(Letter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        MimeMultipart parts = new MimeMultipart(text);
        for (Letter.Attached attached : letter.files()) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(
                    new DataHandler(new FileDataSource(attached.file().toFile()) {
                        @Override
                        public String getContentType() {
                            return attached.mediaType();
                        }
                    }));
            file.setFileName(attached.file().getFileName().toString());
            file.setHeader("Content-Transfer-Encoding", "base64");
            parts.addBodyPart(file);
        }
        return parts;
    }

    /** The library would draw one anew each time. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
        super.writeTo(out, without);
        written = true;
    }

    /** Whether the server was sent all of it: from then on it may have taken it, whatever it said or did not say. */
    boolean written() {
        return written;
    }
}
