package io.exhibit.aws;

import io.exhibit.seal.KeyFace;
import io.exhibit.seal.Pem;
import io.exhibit.seal.Signer;
import java.io.IOException;
import java.security.PublicKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/**
 * A key of AWS KMS (key spec ECC_NIST_EDWARDS25519), whose private half nobody has. It signs with ED25519_SHA_512 and message type RAW, which is
 * Ed25519 of RFC 8032 as other tools verify it (AWS KMS API Reference, Sign); ED25519_PH_SHA_512 would not be. Signing takes {@code kms:Sign} alone.
 */
public final class KmsSigner implements Signer {

    /** Bytes of a message that KMS takes with RAW. */
    private static final int LONGEST = 4096;

    private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:kms:([a-z0-9-]+):[0-9]{12}:key/[A-Za-z0-9-]+");

    private final KmsClient kms;
    private final String arn;
    private final PublicKey key;

    /** @param key the public half, as it was fetched once */
    public KmsSigner(AwsClients clients, String arn, PublicKey key) {
        this.kms = clients.signing(region(arn));
        this.arn = arn;
        this.key = key;
    }

    /** Whether a text is the ARN of a key. An alias is none: it can come to mean another key. */
    public static boolean isArn(String text) {
        return ARN.matcher(text).matches();
    }

    private static String region(String arn) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + arn + "\" is not the ARN of a KMS key");
        }
        return parts.group(1);
    }

    /** Fetches the public half, which takes {@code kms:GetPublicKey}. */
    public static PublicKey publicKey(AwsClients clients, String arn) throws IOException {
        GetPublicKeyResponse answer;
        try {
            answer = clients.signing(region(arn)).getPublicKey(request -> request.keyId(arn));
        } catch (SdkException e) {
            throw refused("give the public half of", arn, "kms:GetPublicKey", e);
        }
        if (answer.keySpec() != KeySpec.ECC_NIST_EDWARDS25519 || answer.publicKey() == null) {
            throw new IOException("the KMS key " + arn + " is of the kind " + answer.keySpecAsString()
                    + "; make one of the kind ECC_NIST_EDWARDS25519 for signing");
        }
        try {
            return Pem.publicKey(answer.publicKey().asByteArray());
        } catch (IllegalArgumentException e) {
            throw new IOException("AWS KMS gave something else than an Ed25519 public key for " + arn, e);
        }
    }

    @Override
    public PublicKey publicKey() {
        return key;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public byte[] sign(byte[] message) throws IOException {
        byte[] signature;
        try {
            SdkBytes answer = kms.sign(request -> request.keyId(arn)
                            .message(SdkBytes.fromByteArray(message))
                            .messageType(MessageType.RAW)
                            .signingAlgorithm(SigningAlgorithmSpec.ED25519_SHA_512))
                    .signature();
            signature = answer == null ? new byte[0] : answer.asByteArray();
        } catch (SdkException e) {
            throw refused("sign with", arn, "kms:Sign", e);
        }
        if (signature.length != 64 || !new KeyFace(key).signed(message, signature)) {
            throw new IOException("what AWS KMS signed with " + arn + " is not of the key " + new KeyFace(key).id()
                    + "; fetch its public half again: exhibit keys show");
        }
        return signature;
    }

    private static IOException refused(String what, String arn, String action, SdkException e) {
        String why = e.getMessage();
        if (e instanceof AwsServiceException service && service.awsErrorDetails() != null) {
            // A proxy in between answers without a code.
            String code = String.valueOf(service.awsErrorDetails().errorCode());
            why = code + ": " + service.awsErrorDetails().errorMessage()
                    + (code.contains("AccessDenied") ? ". Allow " + action + " on that key" : "");
        }
        return new IOException("AWS KMS did not " + what + " " + arn + ": " + why, e);
    }
}
