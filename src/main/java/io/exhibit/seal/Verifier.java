package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Checks a vault against a public key that came by another way; the keys that lie in the vault are not looked at. */
public final class Verifier {

    private final PublicKey key;

    public Verifier(PublicKey key) {
        this.key = key;
    }

    /**
     * Every discrepancy that was found, in the order of the log; empty when all is as it was sealed. Whatever a vault makes the
     * check stumble over is a discrepancy too.
     */
    public List<Discrepancy> check(Path folder) {
        Layout layout = new Layout(folder);
        List<Discrepancy> found = new ArrayList<>();
        try {
            Checkpoint checkpoint = checkpoint(layout, found);
            new SealedFiles(new FolderHolding(layout), found)
                    .check(checkpoint == null ? List.of() : leaves(layout, checkpoint, found));
        } catch (IOException | RuntimeException e) {
            found.add(new Discrepancy(Code.UNREADABLE, "", "Could not be read: " + e.getMessage()));
        }
        return List.copyOf(found);
    }

    private Checkpoint checkpoint(Layout layout, List<Discrepancy> found) throws IOException {
        String origin = null;
        try {
            origin = Format.read(layout).origin();
        } catch (VaultException | IllegalArgumentException e) {
            found.add(new Discrepancy(Code.FORMAT_UNKNOWN, "FORMAT", e.getMessage()));
        }
        if (!Files.exists(layout.checkpoint())) {
            if (origin != null || Files.exists(layout.leaves())) {
                found.add(new Discrepancy(
                        Code.CHECKPOINT_MISSING, "checkpoint", "There is a vault, but no checkpoint of its log."));
            }
            return null;
        }
        Checkpoint checkpoint;
        try {
            checkpoint = SignedNote.read(layout.checkpoint());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            found.add(new Discrepancy(Code.CHECKPOINT_MALFORMED, "checkpoint", "It is no checkpoint."));
            return null;
        }
        if (origin != null && !checkpoint.origin().equals(origin)) {
            found.add(new Discrepancy(
                    Code.ORIGIN_DIFFERS,
                    "checkpoint",
                    "It is of the log " + checkpoint.origin() + ", not " + origin + "."));
        }
        if (!SignedNote.signedBy(key, checkpoint)) {
            found.add(new Discrepancy(
                    Code.SIGNATURE_INVALID, "checkpoint", "The key that was given did not sign this text."));
        }
        return checkpoint;
    }

    private List<Leaf> leaves(Layout layout, Checkpoint checkpoint, List<Discrepancy> found) throws IOException {
        byte[] bytes = Files.exists(layout.leaves()) ? Files.readAllBytes(layout.leaves()) : new byte[0];
        List<Leaf> leaves = new ArrayList<>();
        MerkleTree tree = new MerkleTree();
        List<byte[]> lines = VaultLog.lines(bytes);
        for (byte[] line : lines.subList(0, (int) Math.min(lines.size(), checkpoint.size()))) {
            if (line[line.length - 1] != '\n') {
                break;
            }
            tree.add(Arrays.copyOf(line, line.length - 1));
            try {
                leaves.add(CanonicalJson.read(line, Leaf.class));
            } catch (IOException e) {
                found.add(new Discrepancy(
                        Code.LEAF_MALFORMED, "log/leaves", "Line " + tree.size() + " is " + e.getMessage() + "."));
            }
        }
        if (tree.size() < checkpoint.size()) {
            found.add(new Discrepancy(
                    Code.LOG_SHORTER,
                    "log/leaves",
                    "It holds " + tree.size() + " leaves, the checkpoint covers " + checkpoint.size() + "."));
        } else if (!HexFormat.of().formatHex(tree.root()).equals(checkpoint.root())) {
            found.add(new Discrepancy(
                    Code.ROOT_DIFFERS, "log/leaves", "The leaves are not those that the checkpoint covers."));
        }
        if (lines.size() > checkpoint.size()) {
            found.add(new Discrepancy(
                    Code.LOG_LONGER,
                    "log/leaves",
                    "It holds " + lines.size() + " lines, the checkpoint covers " + checkpoint.size() + "."));
        }
        return leaves;
    }
}
