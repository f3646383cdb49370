package io.exhibit.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A server that takes mail for delivery (submission, RFC 6409).
 *
 * @param authorities PEM file of the certificates that may vouch for the server; empty for those that Java trusts
 * @param login empty for a server that asks for none
 * @param from address of the sender, as in a message: {@code Exhibit <exhibit@example.org>}
 * @param patience for each step: the connection, each answer, each piece that is sent
 */
public record SmtpServer(
        String host,
        int port,
        Tls tls,
        Optional<Path> authorities,
        Optional<Login> login,
        String from,
        Duration patience) {

    /** How the connection is protected. */
    public enum Tls {
        /** Begins open and must be changed to TLS before anything is said (RFC 3207); port 587. */
        STARTTLS,
        /** TLS from the first byte (RFC 8314); port 465. */
        IMPLICIT,
        /** Not at all: to a server on the same machine only. */
        NONE
    }

    /** As whom to log in. The secret is asked for each time. */
    public record Login(String user, Password password) {}

    /** Where a password is taken from. */
    @FunctionalInterface
    public interface Password {
        /** @throws IOException when it is not there; the message says where it was looked for */
        String value() throws IOException;
    }
}
