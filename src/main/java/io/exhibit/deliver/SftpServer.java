package io.exhibit.deliver;

import java.time.Duration;
import java.util.Optional;

/**
 * A folder on an SFTP server.
 *
 * @param hostKey by which the server is known: its fingerprint ({@code SHA256:…}), or its line of a {@code known_hosts} file
 * @param password empty when a key is used
 * @param key private key of the user (OpenSSH or PEM, without passphrase), empty when a password is used
 * @param folder on the server, which must be there; "" for the one in which a session begins
 * @param patience for each step
 */
public record SftpServer(
        String host,
        int port,
        String user,
        String hostKey,
        Optional<SmtpServer.Password> password,
        Optional<SmtpServer.Password> key,
        String folder,
        Duration patience) {

    /** Such as {@code sftp://exhibit@sftp.auditor.example:22/inbox}. */
    public String address() {
        return "sftp://" + user + "@" + host + ":" + port + (folder.startsWith("/") ? "" : "/") + folder;
    }
}
