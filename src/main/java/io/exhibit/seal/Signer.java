package io.exhibit.seal;

import java.io.IOException;
import java.security.PublicKey;

/** Whoever signs checkpoints and statements with an Ed25519 key (RFC 8032, pure), wherever the private half lies. */
public interface Signer {

    /** The public half of the key that signs now. */
    PublicKey publicKey();

    /**
     * Signs the bytes as they are: 64 bytes.
     *
     * @throws IOException when the private half cannot be reached or may not be used
     */
    byte[] sign(byte[] message) throws IOException;

    /** How many bytes it signs at most. */
    default int longest() {
        return Integer.MAX_VALUE;
    }

    /** The public key as PEM (SubjectPublicKeyInfo), which {@code openssl pkey -pubin} reads. */
    default String publicPem() {
        return Pem.encode("PUBLIC KEY", publicKey().getEncoded());
    }
}
