package io.exhibit.deliver;

import io.exhibit.deliver.NotDelivered.Reason;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;

/** A session with an SFTP server: that it is the one it should be, and that it lets us in. */
record SftpLogin(SshClient client, SftpClient sftp) implements Closeable {

    /** One of the library's own parts, as {@code ClientSessionImpl[user@host:port]}. */
    private static final Pattern PART = Pattern.compile("\\w\\[");

    static SftpLogin to(SftpServer server) throws IOException {
        HostKey known = HostKey.parse(server.hostKey());
        SshClient client = client(server, known);
        SftpClient sftp = null;
        try {
            sftp = enter(server, client, known);
            return new SftpLogin(client, sftp);
        } finally {
            if (sftp == null) {
                client.stop();
            }
        }
    }

    /** Nothing of this machine's own SSH settings, known hosts, keys and agents plays a part. */
    private static SshClient client(SftpServer server, HostKey known) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier(known);
        if (!known.algorithms().isEmpty()) {
            client.setSignatureFactories(known.algorithms().stream()
                    .<org.apache.sshd.common.NamedFactory<Signature>>map(BuiltinSignatures::fromFactoryName)
                    .toList());
        }
        CoreModuleProperties.IDLE_TIMEOUT.set(client, server.patience());
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, server.patience().multipliedBy(2));
        CoreModuleProperties.WINDOW_TIMEOUT.set(client, server.patience());
        CoreModuleProperties.AUTH_TIMEOUT.set(client, server.patience());
        client.start();
        return client;
    }

    private static SftpClient enter(SftpServer server, SshClient client, HostKey known) throws IOException {
        String name = "The SFTP server " + server.host() + ":" + server.port();
        ClientSession session;
        try {
            session = client.connect(server.user(), server.host(), server.port())
                    .verify(server.patience())
                    .getSession();
        } catch (IOException e) {
            throw new NotDelivered(
                    Reason.UNREACHABLE,
                    name + " could not be reached: " + line(e) + ". Check host, port and the network.",
                    e);
        }
        identify(server, session);
        try {
            session.auth().verify(server.patience());
            return SftpClientFactory.instance().createSftpClient(session);
        } catch (IOException e) {
            if (!known.refused().isEmpty()) {
                throw new NotDelivered(
                        Reason.UNTRUSTED,
                        name + " shows the host key " + known.refused()
                                + ", and not the one of the settings (host_key). Nothing was sent. Ask the receiver by"
                                + " another way whether its key changed.",
                        e);
            }
            if (!session.isOpen() && !line(e).contains("authentication")) {
                throw new NotDelivered(
                        Reason.BROKEN_OFF, name + " broke off before we were logged in: " + line(e) + ".", e);
            }
            throw new NotDelivered(
                    Reason.LOGIN,
                    name + " did not let " + server.user() + " in: " + line(e)
                            + ". Check user, password or key, and whether the receiver knows them.",
                    e);
        }
    }

    private static void identify(SftpServer server, ClientSession session) throws IOException {
        if (server.password().isPresent()) {
            session.addPasswordIdentity(server.password().get().value());
        }
        if (server.key().isPresent()) {
            byte[] text = server.key().get().value().getBytes(StandardCharsets.UTF_8);
            try (InputStream in = new ByteArrayInputStream(text)) {
                List<KeyPair> pairs = new java.util.ArrayList<>();
                SecurityUtils.loadKeyPairIdentities(session, NamedResource.ofName("key"), in, null)
                        .forEach(pairs::add);
                pairs.forEach(session::addPublicKeyIdentity);
            } catch (GeneralSecurityException | IOException | RuntimeException e) {
                throw new NotDelivered(
                        Reason.LOGIN,
                        "The key for " + server.address() + " cannot be read: " + line(e)
                                + ". It is a private key as ssh-keygen writes it, without passphrase.",
                        e);
            }
        }
    }

    /** One line, whatever the other side wrote, without a stop at its end. */
    static String line(Exception e) {
        String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        // The library names its own parts when a connection goes away under them; what the server answers is its own.
        if (!(e instanceof SftpException) && PART.matcher(text).find()) {
            return "the connection ended";
        }
        return text.replaceAll("\\s+", " ")
                .replaceAll("\\p{Cntrl}", "?")
                .strip()
                .replaceFirst("\\.$", "");
    }

    @Override
    public void close() throws IOException {
        try (sftp) {
            client.stop();
        }
    }
}
