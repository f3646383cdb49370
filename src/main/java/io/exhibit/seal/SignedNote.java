package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checkpoints as signed notes (C2SP tlog-checkpoint and signed-note, Ed25519 signatures of type 1). */
final class SignedNote {

    private static final Pattern TEXT = Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,9})\n([A-Za-z0-9+/]{43}=)\n");
    private static final Pattern SIGNATURE = Pattern.compile("\u2014 [^\n ]+ [^\n ]+");

    /** Bytes of a whole note; a hundred witnesses and more fit in. */
    private static final int LONGEST = 1 << 16;

    private static final Pattern ORIGIN = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._/-]{0,127}");

    /** What stands above and below the empty line. */
    private record Parts(String text, List<String> signatures) {}

    private SignedNote() {}

    /** An origin is a name without scheme, such as {@code example.org/evidence}; it names the key too. */
    static String origin(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("\"" + origin + "\" cannot be the origin of a log");
        }
        return origin;
    }

    static Checkpoint sign(String origin, MerkleTree tree, Signer key) throws IOException {
        return sign(origin, tree.size(), tree.root(), key);
    }

    static Checkpoint sign(String origin, long size, byte[] root, Signer key) throws IOException {
        String text = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        blob.writeBytes(keyId(origin, key.publicKey()));
        blob.writeBytes(signature);
        String line = "\u2014 " + origin + " " + Base64.getEncoder().encodeToString(blob.toByteArray()) + "\n";
        return new Checkpoint(origin, size, HexFormat.of().formatHex(root), text + "\n" + line);
    }

    /**
     * Reads a file, of which no more is read than a checkpoint can have.
     *
     * @throws IllegalArgumentException when it is no checkpoint
     */
    static Checkpoint read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    static Checkpoint read(InputStream in) throws IOException {
        byte[] bytes =
                Bounded.read(in, LONGEST).orElseThrow(() -> new IllegalArgumentException("longer than a checkpoint"));
        return parse(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString());
    }

    /** @throws IllegalArgumentException when the text is no checkpoint */
    static Checkpoint parse(String note) {
        Matcher lines = TEXT.matcher(parts(note).text());
        if (!lines.matches()) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        byte[] root = Base64.getDecoder().decode(lines.group(3));
        return new Checkpoint(
                lines.group(1), Long.parseLong(lines.group(2)), HexFormat.of().formatHex(root), note);
    }

    /** Whether that key signed it; signatures by others are not looked at, as the format wants it. */
    static boolean signedBy(PublicKey key, Checkpoint checkpoint) {
        return signatures(checkpoint).by(key);
    }

    /** The signatures in the name of the log, read once for however many keys. */
    static Signatures signatures(Checkpoint checkpoint) {
        Parts parts = parts(checkpoint.note());
        List<byte[]> blobs = parts.signatures().stream()
                .map(line -> line.split(" "))
                .filter(line -> line[1].equals(checkpoint.origin()))
                .map(line -> decode(line[2]))
                .filter(blob -> blob.length == 68)
                .toList();
        return new Signatures(checkpoint.origin(), parts.text().getBytes(StandardCharsets.UTF_8), blobs);
    }

    /** What was signed, and each signature behind the four bytes of its key id. */
    record Signatures(String origin, byte[] text, List<byte[]> blobs) {

        /** Whether one of them is of that key. */
        boolean by(PublicKey key) {
            return of(key).anyMatch(blob -> SigningKey.verify(key, text, Arrays.copyOfRange(blob, 4, 68)));
        }

        /** Whether one of them says that it is. */
        boolean name(PublicKey key) {
            return of(key).findAny().isPresent();
        }

        /** The four bytes by which each names its key. */
        List<byte[]> ids() {
            return blobs.stream().map(blob -> Arrays.copyOf(blob, 4)).toList();
        }

        private Stream<byte[]> of(PublicKey key) {
            byte[] id = keyId(origin, key);
            return blobs.stream().filter(blob -> Arrays.equals(id, Arrays.copyOf(blob, 4)));
        }
    }

    /** First four bytes of SHA-256(name, LF, 1, public key): a hint which key it was, no proof. */
    static byte[] keyId(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        MessageDigest digest = Sha256.streaming();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(new byte[] {'\n', 1});
        // SubjectPublicKeyInfo of Ed25519 ends with the 32 bytes of the key (RFC 8410).
        digest.update(ByteBuffer.wrap(encoded, encoded.length - 32, 32));
        return Arrays.copyOf(digest.digest(), 4);
    }

    /** A key as verifiers of signed notes want it: name, key id, and the key behind the byte of its type. */
    static String verifierKey(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] typed = new byte[33];
        typed[0] = 1;
        System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
        return name + "+" + HexFormat.of().formatHex(keyId(name, key)) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** Line by line: a pattern over all of them would take a frame of the stack for each. */
    private static Parts parts(String note) {
        int empty = note.indexOf("\n\n");
        if (empty < 0 || !note.endsWith("\n") || note.length() <= empty + 2) {
            throw new IllegalArgumentException("not a signed note");
        }
        List<String> signatures =
                List.of(note.substring(empty + 2, note.length() - 1).split("\n", -1));
        if (!signatures.stream().allMatch(line -> SIGNATURE.matcher(line).matches())) {
            throw new IllegalArgumentException("not a signed note");
        }
        return new Parts(note.substring(0, empty + 1), signatures);
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
}
