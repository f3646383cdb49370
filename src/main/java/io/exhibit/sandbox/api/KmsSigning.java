package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Tree;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What AWS KMS does with a key that signs (API Reference, Sign and GetPublicKey). There is one such key in each account and region, under an id of its
 * own that no list has: it is for whoever signs, and no part of the story.
 */
public final class KmsSigning {

    /** Its id. */
    public static final String KEY = "51690000-0000-4000-8000-000000000025";

    private static final int LONGEST = 4096;

    private KmsSigning() {}

    static List<Operation> operations() {
        return List.of(
                Operation.named("Sign", KmsSigning::sign), Operation.named("GetPublicKey", KmsSigning::publicKey));
    }

    private static Map<String, Object> sign(Ask ask) {
        String arn = arn(ask);
        String algorithm = ask.member("SigningAlgorithm").orElse("");
        boolean raw = ask.member("MessageType").orElse("RAW").equals("RAW");
        if (!algorithm.equals("ED25519_SHA_512") || !raw) {
            // The other algorithm of this key spec, ED25519_PH_SHA_512 with DIGEST, is not simulated.
            throw new AwsError(
                    400,
                    algorithm.startsWith("ED25519") ? "ValidationException" : "InvalidKeyUsageException",
                    "Algorithm " + algorithm + " with this MessageType is incompatible with key spec"
                            + " ECC_NIST_EDWARDS25519.");
        }
        byte[] message = Base64.getDecoder().decode(ask.member("Message").orElse(""));
        if (message.length < 1 || message.length > LONGEST) {
            throw new AwsError(
                    400,
                    "ValidationException",
                    "1 validation error detected: Value at 'message' failed to satisfy constraint: Member must have"
                            + " length less than or equal to " + LONGEST);
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair(ask).getPrivate());
            signature.update(message);
            return Tree.of(
                    "KeyId",
                    arn,
                    "Signature",
                    Base64.getEncoder().encodeToString(signature.sign()),
                    "SigningAlgorithm",
                    algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    private static Map<String, Object> publicKey(Ask ask) {
        return Tree.of(
                "CustomerMasterKeySpec",
                "ECC_NIST_EDWARDS25519",
                "KeyId",
                arn(ask),
                "KeySpec",
                "ECC_NIST_EDWARDS25519",
                "KeyUsage",
                "SIGN_VERIFY",
                "PublicKey",
                Base64.getEncoder().encodeToString(pair(ask).getPublic().getEncoded()),
                "SigningAlgorithms",
                List.of("ED25519_SHA_512", "ED25519_PH_SHA_512"));
    }

    private static String arn(Ask ask) {
        String arn = "arn:aws:kms:" + ask.region() + ":" + ask.account() + ":key/" + KEY;
        String asked = ask.member("KeyId").orElse("");
        if (!asked.equals(arn) && !asked.equals(KEY)) {
            throw new AwsError(400, "NotFoundException", "Key '" + asked + "' does not exist");
        }
        return arn;
    }

    private static KeyPair pair(Ask ask) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("Ed25519");
            keys.initialize(255, new Seeded(ask.account() + " " + ask.region()));
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    /** Gives the same bytes each time: a key for show. */
    private static final class Seeded extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final String seed;

        Seeded(String seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
                System.arraycopy(digest, 0, bytes, 0, bytes.length);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
