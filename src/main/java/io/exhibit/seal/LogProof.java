package io.exhibit.seal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That one line is in the log, for somebody who does not have the log (C2SP tlog-proof, version 1).
 *
 * @param line of the log, without its LF; the format's extra data
 * @param index of the line, from 0
 * @param path from the bottom up
 * @param checkpoint of the tree that it leads to
 */
record LogProof(byte[] line, long index, List<byte[]> path, Checkpoint checkpoint) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1\n";
    private static final Pattern TEXT = Pattern.compile(
            "extra ([A-Za-z0-9+/]+={0,2})\nindex (0|[1-9][0-9]{0,9})\n((?:[A-Za-z0-9+/]{43}=\n){0,64})\n(.*)",
            Pattern.DOTALL);

    LogProof {
        path = List.copyOf(path);
    }

    String text() {
        StringBuilder text = new StringBuilder(FIRST)
                .append("extra ")
                .append(Base64.getEncoder().encodeToString(line))
                .append("\nindex ")
                .append(index)
                .append('\n');
        path.forEach(
                hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }

    /** @throws IllegalArgumentException when the text is no such proof, or not in the one spelling that {@link #text} gives */
    static LogProof parse(String text) {
        Matcher parts = TEXT.matcher(text.startsWith(FIRST) ? text.substring(FIRST.length()) : "");
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a proof of a log");
        }
        List<byte[]> path = new ArrayList<>();
        parts.group(3).lines().forEach(hash -> path.add(Base64.getDecoder().decode(hash)));
        LogProof proof = new LogProof(
                Base64.getDecoder().decode(parts.group(1)),
                Long.parseLong(parts.group(2)),
                path,
                SignedNote.parse(parts.group(4)));
        if (!proof.text().equals(text)) {
            throw new IllegalArgumentException("not a proof of a log in its one spelling");
        }
        return proof;
    }

    /** Whether the path leads from the line to the checkpoint; who signed that is another question. */
    boolean holds() {
        byte[] root = HexFormat.of().parseHex(checkpoint.root());
        return MerkleProof.includes(MerkleTree.leaf(line), index, checkpoint.size(), path, root);
    }
}
