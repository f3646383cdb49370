package io.exhibit.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The leaves that the checkpoint covers, and the checkpoint. What it does not cover was never acknowledged. */
final class VaultLog {

    private final String place;
    private final List<Leaf> leaves = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree();
    private Checkpoint checkpoint;
    private long covered;
    private boolean broken;

    private VaultLog(String place) {
        this.place = place;
    }

    /** Reads the log and checks the tree head; the signature is for whoever has the key. */
    static VaultLog read(Holding holding, String place, Format format) throws IOException {
        VaultLog log = new VaultLog(place);
        log.load(holding, format);
        return log;
    }

    private void load(Holding holding, Format format) throws IOException {
        // It is there from the beginning, so that a lost one is not taken for a log that has only begun.
        if (!holding.has("checkpoint")) {
            throw damaged("the file checkpoint is not there");
        }
        try (InputStream in = holding.open("checkpoint", 0, holding.size("checkpoint"))) {
            checkpoint = SignedNote.read(in);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw damaged("the file checkpoint is not a checkpoint");
        }
        if (!checkpoint.origin().equals(format.origin())) {
            throw damaged("the checkpoint is of another log, " + checkpoint.origin());
        }
        byte[] bytes = read(holding);
        for (byte[] line : lines(bytes)) {
            if (tree.size() == checkpoint.size()) {
                break;
            }
            if (line[line.length - 1] != '\n') {
                break;
            }
            try {
                leaves.add(CanonicalJson.read(line, Leaf.class));
            } catch (IOException e) {
                throw damaged("line " + (tree.size() + 1) + " of log/leaves is " + e.getMessage());
            }
            tree.add(Arrays.copyOf(line, line.length - 1));
            covered += line.length;
        }
        if (tree.size() < checkpoint.size()) {
            throw damaged("log/leaves holds " + tree.size() + " lines, the checkpoint covers " + checkpoint.size());
        }
        if (!HexFormat.of().formatHex(tree.root()).equals(checkpoint.root())) {
            throw damaged("log/leaves is not what the checkpoint covers");
        }
    }

    private byte[] read(Holding holding) throws IOException {
        try {
            return holding.has("log/leaves") ? holding.content("log/leaves", Layout.LOG) : new byte[0];
        } catch (TooLargeException e) {
            throw damaged(e.getMessage());
        }
    }

    /** Takes back the one leaf that a writer may have left without a checkpoint when it died. Returns whether there was one. */
    boolean takeBack(Disk disk, Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            // Only this says that there is none. A disk that does not answer must not let a torn line stay before the
            // next one.
            return false;
        }
        int uncovered =
                lines(Arrays.copyOfRange(bytes, (int) covered, bytes.length)).size();
        if (uncovered > 1) {
            throw damaged("log/leaves holds " + uncovered + " lines that the checkpoint does not cover;"
                    + " a dying writer leaves one at most, so put the newest checkpoint back");
        }
        if (uncovered == 1) {
            disk.truncate(file, covered);
        }
        return uncovered == 1;
    }

    /** Logs a leaf and signs the new checkpoint; when it returns, both are durable. */
    synchronized Checkpoint append(Store store, Leaf leaf, String origin, Signer key) throws IOException {
        if (broken) {
            throw damaged("an earlier write to the log did not end; open the vault again");
        }
        byte[] line = CanonicalJson.line(leaf);
        if (covered + line.length > Layout.LOG) {
            // What is written here must be what is read again.
            throw damaged("log/leaves would have more than " + Layout.LOG + " bytes");
        }
        byte[] leafLine = Arrays.copyOf(line, line.length - 1);
        // A key that lies elsewhere may not answer: then nothing has changed, and the log goes on.
        Checkpoint next = SignedNote.sign(origin, tree.size() + 1, tree.rootWith(leafLine), key);
        broken = true;
        store.append(line);
        tree.add(leafLine);
        store.checkpoint(next.note().getBytes(StandardCharsets.UTF_8));
        leaves.add(leaf);
        covered += line.length;
        checkpoint = next;
        broken = false;
        return next;
    }

    /** The keys that signed it so far, as far as it was changed. */
    synchronized Rotations rotations(Holding holding, List<Discrepancy> found) throws IOException {
        return Rotations.read(holding, checkpoint.origin(), leaves, tree, found);
    }

    /** Nothing is logged any more until the vault is opened anew. */
    synchronized void end() {
        broken = true;
    }

    synchronized List<Leaf> leaves() {
        return List.copyOf(leaves);
    }

    synchronized Checkpoint checkpoint() {
        return checkpoint;
    }

    /** What proves under the newest checkpoint that the log has the last leaf of that kind and name, if it has one. */
    synchronized Optional<LeafProof> proof(Leaf.Kind kind, String id) throws IOException {
        for (int index = leaves.size() - 1; index >= 0; index--) {
            Leaf leaf = leaves.get(index);
            if (leaf.kind() == kind && leaf.id().equals(id)) {
                byte[] line = CanonicalJson.line(leaf);
                return Optional.of(
                        new LeafProof(Arrays.copyOf(line, line.length - 1), index, tree.inclusion(index), checkpoint));
            }
        }
        return Optional.empty();
    }

    /** Its first leaves alone. */
    synchronized VaultLog asOf(long size) throws VaultException {
        if (size > leaves.size()) {
            throw damaged("log/leaves holds " + leaves.size() + " lines, an issued pack was printed from " + size);
        }
        VaultLog earlier = new VaultLog(place);
        earlier.leaves.addAll(leaves.subList(0, (int) size));
        earlier.checkpoint = checkpoint;
        return earlier;
    }

    /** Each with its LF; the last one may lack it. */
    static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte b : bytes) {
            line.write(b);
            if (b == '\n') {
                lines.add(line.toByteArray());
                line.reset();
            }
        }
        if (line.size() > 0) {
            lines.add(line.toByteArray());
        }
        return lines;
    }

    private VaultException damaged(String what) {
        return new VaultException(
                VaultException.Reason.DAMAGED,
                "The vault " + place + " is damaged: " + what + ". Nothing was changed.");
    }
}
