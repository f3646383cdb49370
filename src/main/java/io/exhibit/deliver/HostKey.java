package io.exhibit.deliver;

import java.io.IOException;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.digest.BuiltinDigests;

/** The key by which a server is known: a fingerprint as {@code ssh-keygen -l} prints it, or a line of {@code known_hosts}. */
public final class HostKey implements ServerKeyVerifier {

    private final String fingerprint;
    /** Algorithms of the signatures that such a key makes; any when only its fingerprint is known. */
    private final List<String> algorithms;

    private String refused = "";

    private HostKey(String fingerprint, List<String> algorithms) {
        this.fingerprint = fingerprint;
        this.algorithms = algorithms;
    }

    /** @throws IllegalArgumentException that says what to write instead */
    public static HostKey parse(String text) {
        if (text.matches("SHA256:[A-Za-z0-9+/]{43}=?")) {
            return new HostKey(text.replaceFirst("=$", ""), List.of());
        }
        try {
            PublicKey key = KnownHostEntry.parseKnownHostEntry(text)
                    .getKeyEntry()
                    .resolvePublicKey(null, PublicKeyEntryResolver.FAILING);
            String type = KeyUtils.getKeyType(key);
            return new HostKey(
                    print(key), type.equals("ssh-rsa") ? List.of("rsa-sha2-512", "rsa-sha2-256") : List.of(type));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no host key. Write its fingerprint, as the receiver's ssh-keygen -l prints it"
                            + " (SHA256:...), or its line of a known_hosts file.",
                    e);
        }
    }

    List<String> algorithms() {
        return algorithms;
    }

    /** Fingerprint and kind of the key that was refused, "" when none was. */
    String refused() {
        return refused;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        boolean known = print(key).equals(fingerprint);
        refused = known ? "" : print(key) + " (" + KeyUtils.getKeyType(key) + ")";
        return known;
    }

    private static String print(PublicKey key) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    }
}
