package io.exhibit.deliver;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Sends messages through a server that takes mail for delivery. All receivers of a message get it, or none. */
public final class Smtp {

    private final SmtpServer server;

    public Smtp(SmtpServer server) {
        this.server = server;
    }

    /** Whether a text is a mail address that this can send to or from, such as {@code Jane Doe <jane@example.org>}. */
    public static boolean isAddress(String text) {
        try {
            address(text);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /**
     * Sends a message.
     *
     * @return what the server said when it took it; most servers name it as it stands in their queue
     * @throws NotDelivered when it was refused or broken off; {@link NotDelivered.Reason#UNCLEAR} alone means that it may have arrived
     */
    public String send(Letter letter) throws IOException {
        SmtpMessage message = message(letter);
        SMTPTransport transport = transport();
        try {
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
            return transport.getLastServerResponse().strip();
        } catch (MessagingException e) {
            throw new SmtpTrouble(server).of(e, message.written());
        } finally {
            leave(transport);
        }
    }

    /**
     * Connects and logs in, and says nothing.
     *
     * @return what was found in order, and what only a message will show
     * @throws NotDelivered when the server cannot be reached, is not the one that it should be, or does not let us in
     */
    public String check() throws IOException {
        SMTPTransport transport = transport();
        try {
            connect(transport);
        } catch (MessagingException e) {
            throw new SmtpTrouble(server).of(e, false);
        } finally {
            leave(transport);
        }
        return server.host() + ":" + server.port() + " answers"
                + (server.tls() == SmtpServer.Tls.NONE
                        ? " without TLS"
                        : " over TLS with the certificate that it should have")
                + (server.login().isPresent() ? " and lets us log in" : "; no login is asked for")
                + "; whether it takes mail for these addresses shows with the first one";
    }

    private SMTPTransport transport() throws IOException {
        return new SMTPTransport(
                Session.getInstance(properties()), new URLName("smtp", server.host(), -1, null, null, null));
    }

    /** What the server took it has, however the farewell goes. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The connection is gone, which is what was asked for.
        }
    }

    private void connect(Transport transport) throws IOException, MessagingException {
        if (server.login().isPresent()) {
            SmtpServer.Login login = server.login().get();
            transport.connect(
                    server.host(), server.port(), login.user(), login.password().value());
        } else {
            transport.connect(server.host(), server.port(), null, null);
        }
    }

    private SmtpMessage message(Letter letter) throws IOException {
        try {
            List<InternetAddress> to = new ArrayList<>();
            for (String each : letter.to()) {
                to.add(address(each));
            }
            return SmtpMessage.of(letter, address(server.from()), to);
        } catch (MessagingException e) {
            throw new NotDelivered(
                    NotDelivered.Reason.REFUSED, "The message could not be written: " + e.getMessage() + ".", e);
        }
    }

    private static InternetAddress address(String text) throws AddressException {
        InternetAddress[] addresses = InternetAddress.parse(text, true);
        // A line end or another control character in an address could add a header of its own.
        if (addresses.length != 1
                || text.chars().anyMatch(Character::isISOControl)
                || !addresses[0].getAddress().matches("[\\x21-\\x7e]+@[A-Za-z0-9.-]+")) {
            throw new AddressException("\"" + text.replaceAll("\\p{Cntrl}", "?") + "\" is not one mail address");
        }
        return addresses[0];
    }

    private Properties properties() throws IOException {
        String patience = String.valueOf(server.patience().toMillis());
        Properties all = new Properties();
        all.put("mail.smtp.connectiontimeout", patience);
        all.put("mail.smtp.timeout", patience);
        all.put("mail.smtp.writetimeout", patience);
        all.put("mail.smtp.sendpartial", "false");
        // The answer to QUIT changes nothing any more.
        all.put("mail.smtp.quitwait", "false");
        all.put("mail.smtp.auth", String.valueOf(server.login().isPresent()));
        if (server.tls() == SmtpServer.Tls.NONE) {
            return all;
        }
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        boolean first = server.tls() == SmtpServer.Tls.IMPLICIT;
        all.put("mail.smtp.ssl.enable", String.valueOf(first));
        all.put("mail.smtp.starttls.enable", String.valueOf(!first));
        all.put("mail.smtp.starttls.required", String.valueOf(!first));
        if (server.authorities().isPresent()) {
            try {
                all.put(
                        "mail.smtp.ssl.socketFactory",
                        Authorities.read(server.authorities().get()));
            } catch (GeneralSecurityException e) {
                throw new NotDelivered(
                        NotDelivered.Reason.UNTRUSTED,
                        "The file " + server.authorities().get() + " holds no certificates in PEM form.",
                        e);
            }
        }
        return all;
    }
}
