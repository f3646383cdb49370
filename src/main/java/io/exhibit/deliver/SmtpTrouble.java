package io.exhibit.deliver;

import io.exhibit.deliver.NotDelivered.Reason;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Says what went wrong with a message, for whoever has to mend it. */
final class SmtpTrouble {

    private static final int PERMANENT = 500;
    /** Storage: of the system now (RFC 5321, 4.2.3), and of the mailbox. */
    private static final List<Integer> STORAGE = List.of(452, 552);

    private final SmtpServer server;
    private final String name;

    SmtpTrouble(SmtpServer server) {
        this.server = server;
        this.name = "The mail server " + server.host() + ":" + server.port();
    }

    /** @param written whether the whole message had been sent */
    NotDelivered of(MessagingException thrown, boolean written) {
        List<Throwable> chain = chain(thrown);
        List<Answer> answers = chain.stream()
                .map(SmtpTrouble::answer)
                .filter(answer -> answer.code() >= 400)
                .toList();
        if (!answers.isEmpty()) {
            return refused(answers, thrown);
        }
        if (written) {
            return new NotDelivered(
                    Reason.UNCLEAR,
                    name + " got the whole message and did not say that it took it (" + last(chain)
                            + "). It may arrive, and then once more when it is sent again.",
                    thrown);
        }
        return before(chain, thrown);
    }

    /** It certainly did not arrive. */
    private NotDelivered before(List<Throwable> chain, MessagingException thrown) {
        String why = last(chain);
        if (chain.stream().anyMatch(SSLException.class::isInstance)) {
            return new NotDelivered(
                    Reason.UNTRUSTED,
                    name + " could not prove to be " + server.host() + ": " + why
                            + ". Its certificate must name this host and be signed by an authority that is trusted"
                            + " (smtp.authorities), and the kind of TLS must be the port's (smtp.tls).",
                    thrown);
        }
        if (chain.stream().anyMatch(e -> String.valueOf(e.getMessage()).contains("STARTTLS is required"))) {
            return new NotDelivered(
                    Reason.UNTRUSTED,
                    name + " offers no STARTTLS, and nothing is sent without TLS. Check smtp.port and smtp.tls.",
                    thrown);
        }
        if (chain.stream().anyMatch(AuthenticationFailedException.class::isInstance)) {
            return new NotDelivered(
                    Reason.LOGIN,
                    name + " did not let us log in: " + why + ". Check smtp.user and the password.",
                    thrown);
        }
        if (chain.stream().anyMatch(MailConnectException.class::isInstance)) {
            return new NotDelivered(
                    Reason.UNREACHABLE,
                    name + " could not be reached: " + why + ". Check smtp.host, smtp.port and the network.",
                    thrown);
        }
        return new NotDelivered(
                Reason.BROKEN_OFF, name + " broke off before it had the whole message: " + why + ".", thrown);
    }

    private NotDelivered refused(List<Answer> answers, MessagingException thrown) {
        String said = answers.stream().map(Answer::text).distinct().collect(Collectors.joining("; "));
        int code = answers.get(0).code();
        if (thrown instanceof AuthenticationFailedException) {
            return new NotDelivered(
                    Reason.LOGIN,
                    name + " did not let us log in: " + said + ". Check smtp.user and the password.",
                    thrown);
        }
        if (STORAGE.contains(code)) {
            return new NotDelivered(
                    Reason.FULL,
                    name + " has no room for the message: " + said
                            + ". Have the mailbox cleared or enlarged, or send less.",
                    thrown);
        }
        return code < PERMANENT
                ? new NotDelivered(Reason.LATER, name + " does not take the message now: " + said + ".", thrown)
                : new NotDelivered(
                        Reason.REFUSED,
                        name + " refused the message: " + said + ". Check the addresses and what it says.",
                        thrown);
    }

    /** What the server answered, code 0 when it was not an answer. */
    private record Answer(int code, String text) {}

    private static Answer answer(Throwable thrown) {
        if (thrown instanceof SMTPAddressFailedException one) {
            return new Answer(one.getReturnCode(), one.getAddress() + ": " + line(one));
        }
        if (thrown instanceof SMTPSenderFailedException sender) {
            return new Answer(sender.getReturnCode(), sender.getAddress() + ": " + line(sender));
        }
        if (thrown instanceof SMTPSendFailedException send) {
            return new Answer(send.getReturnCode(), line(send));
        }
        return new Answer(0, "");
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable e = thrown; e != null && !chain.contains(e); e = e.getCause()) {
            chain.add(e);
        }
        return chain;
    }

    private static String last(List<Throwable> chain) {
        return line(chain.get(chain.size() - 1));
    }

    /** One line, whatever the other side wrote, without a stop at its end. */
    private static String line(Throwable thrown) {
        String text = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        if (text.equals("[EOF]")) {
            return "the connection ended";
        }
        return text.replaceAll("\\s+", " ")
                .replaceAll("\\p{Cntrl}", "?")
                .strip()
                .replaceFirst("\\.$", "");
    }
}
