package io.exhibit.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What proves offline that a log has a leaf, under a checkpoint that was signed after it (C2SP tlog-proof, version 1). The line
 * of the leaf itself, without its LF, is the format's extra data.
 *
 * @param index of the leaf, from 0
 * @param path from the bottom up
 */
record LeafProof(byte[] line, long index, List<byte[]> path, Checkpoint checkpoint) {

    /** Bytes of a whole proof: a leaf, as many hashes as a log can be high, and a checkpoint. */
    static final int LONGEST = 1 << 17;

    private static final String HEAD = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int HIGHEST = 63;

    LeafProof {
        path = List.copyOf(path);
    }

    /** The line of the leaf as it lies in the log, with its LF. */
    byte[] withEnd() {
        byte[] whole = Arrays.copyOf(line, line.length + 1);
        whole[line.length] = '\n';
        return whole;
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        text.append(EXTRA).append(base64.encodeToString(line)).append('\n');
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(base64.encodeToString(hash)).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }

    /** @throws IllegalArgumentException when the bytes are no such proof, or one in another spelling */
    static LeafProof parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int empty = text.indexOf("\n\n");
        List<String> lines =
                empty < 0 ? List.of() : List.of(text.substring(0, empty).split("\n", -1));
        if (lines.size() < 3
                || lines.size() > 3 + HIGHEST
                || !lines.get(0).equals(HEAD)
                || !lines.get(1).startsWith(EXTRA)
                || !lines.get(2).matches(INDEX + "(0|[1-9][0-9]{0,9})")) {
            throw new IllegalArgumentException("not a proof");
        }
        List<byte[]> path = new ArrayList<>();
        for (String hash : lines.subList(3, lines.size())) {
            path.add(Base64.getDecoder().decode(hash));
        }
        LeafProof proof = new LeafProof(
                Base64.getDecoder().decode(lines.get(1).substring(EXTRA.length())),
                Long.parseLong(lines.get(2).substring(INDEX.length())),
                path,
                SignedNote.parse(text.substring(empty + 2)));
        // Base64 has spare bits, and UTF-8 what it replaces.
        if (!Arrays.equals(proof.text().getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new IllegalArgumentException("a proof in another spelling");
        }
        return proof;
    }
}
