package io.exhibit.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checkpoints as signed notes (C2SP tlog-checkpoint and signed-note, Ed25519 signatures of type 1). */
final class SignedNote {

    private static final Pattern NOTE =
            Pattern.compile("(([^\n]+)\n(0|[1-9][0-9]{0,9})\n([A-Za-z0-9+/]{43}=)\n)\n((?:\u2014 [^\n ]+ [^\n ]+\n)+)");
    private static final Pattern ORIGIN = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._/-]{0,127}");

    private SignedNote() {}

    /** An origin is a name without scheme, such as {@code example.org/evidence}; it names the key too. */
    static String origin(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("\"" + origin + "\" cannot be the origin of a log");
        }
        return origin;
    }

    static Checkpoint sign(String origin, MerkleTree tree, SigningKey key) {
        byte[] root = tree.root();
        String text = origin + "\n" + tree.size() + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        blob.writeBytes(keyId(origin, key.publicKey()));
        blob.writeBytes(signature);
        String line = "\u2014 " + origin + " " + Base64.getEncoder().encodeToString(blob.toByteArray()) + "\n";
        return new Checkpoint(origin, tree.size(), HexFormat.of().formatHex(root), text + "\n" + line);
    }

    /** @throws IllegalArgumentException when the text is no checkpoint */
    static Checkpoint parse(String note) {
        Matcher parts = match(note);
        byte[] root = Base64.getDecoder().decode(parts.group(4));
        return new Checkpoint(
                parts.group(2), Long.parseLong(parts.group(3)), HexFormat.of().formatHex(root), note);
    }

    /** Whether that key signed it; signatures by others are not looked at, as the format wants it. */
    static boolean signedBy(PublicKey key, Checkpoint checkpoint) {
        Matcher parts = match(checkpoint.note());
        byte[] id = keyId(checkpoint.origin(), key);
        byte[] text = parts.group(1).getBytes(StandardCharsets.UTF_8);
        return parts.group(5)
                .lines()
                .map(line -> line.split(" "))
                .filter(line -> line[1].equals(checkpoint.origin()))
                .map(line -> decode(line[2]))
                .filter(blob -> blob.length == 68 && Arrays.equals(id, Arrays.copyOf(blob, 4)))
                .anyMatch(blob -> verify(key, text, Arrays.copyOfRange(blob, 4, 68)));
    }

    /** First four bytes of SHA-256(name, LF, 1, public key): a hint which key it was, no proof. */
    static byte[] keyId(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        MessageDigest digest = Digests.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(new byte[] {'\n', 1});
        // SubjectPublicKeyInfo of Ed25519 ends with the 32 bytes of the key (RFC 8410).
        digest.update(ByteBuffer.wrap(encoded, encoded.length - 32, 32));
        return Arrays.copyOf(digest.digest(), 4);
    }

    private static Matcher match(String note) {
        Matcher parts = NOTE.matcher(note);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return parts;
    }

    private static byte[] decode(String base64) {
        try {
            byte[] blob = Base64.getDecoder().decode(base64);
            // Base64 has spare bits; only the spelling that the encoder gives counts.
            return Base64.getEncoder().encodeToString(blob).equals(base64) ? blob : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean verify(PublicKey key, byte[] text, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
