package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Step.Status;
import io.exhibit.seal.Trust.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Checks a log: its checkpoint, who signed that, and that the leaves are those that were signed. */
final class LogCheck {

    private final Holding holding;
    private final Trust trust;
    private KeyRing ring;
    private final List<Discrepancy> found;
    private final MerkleTree tree = new MerkleTree();
    private final List<Leaf> leaves = new ArrayList<>();
    private Checkpoint checkpoint;

    /** @param trust nobody when it cannot be said who signed */
    LogCheck(Holding holding, Trust trust, List<Discrepancy> found) {
        this.holding = holding;
        this.trust = trust;
        this.ring = new KeyRing(trust, Rotations.none());
        this.found = found;
    }

    void check() throws IOException {
        readCheckpoint();
        if (checkpoint != null) {
            readLeaves();
            ring = new KeyRing(trust, Rotations.read(holding, checkpoint.origin(), leaves, tree, found));
            if (trust.has(Role.LOG)) {
                ring.checkpoint(checkpoint, time(checkpoint)).wrong().ifPresent(found::add);
            }
        }
    }

    /** When a state of this log was signed: when its last leaf was logged. Empty of one over nothing. */
    private Optional<Instant> time(Checkpoint state) {
        return state.size() == 0 || state.size() > leaves.size()
                ? Optional.empty()
                : Optional.of(leaves.get((int) state.size() - 1).time());
    }

    /** When the last leaf that was read was logged. */
    Optional<Instant> newest() {
        return leaves.isEmpty()
                ? Optional.empty()
                : Optional.of(leaves.get(leaves.size() - 1).time());
    }

    boolean trusts(Role role) {
        return trust.has(role);
    }

    /** The log as it was before a leaf that was read. */
    Statement.Head head(int leaf) {
        return new Statement.Head(checkpoint.origin(), leaf, HexFormat.of().formatHex(tree.root(leaf)));
    }

    /** What tells who signed, also the statement about a pack of this log. */
    KeyRing ring() {
        return ring;
    }

    /** The leaves that were read; none without a checkpoint. */
    List<Leaf> leaves() {
        return leaves;
    }

    /** The checkpoint, if there is one. */
    Optional<Checkpoint> checkpoint() {
        return Optional.ofNullable(checkpoint);
    }

    private boolean begins(Checkpoint older) {
        return older.size() <= tree.size()
                && HexFormat.of().formatHex(tree.root((int) older.size())).equals(older.root());
    }

    /**
     * Whether a leaf that is proved elsewhere can follow on this log: where it is the very next one, and the newest there, the tree
     * with it has to be the one that was signed. Of a later one its own proof says no more than that it is there.
     */
    boolean goesOnWith(LeafProof proof) {
        if (proof.index() != tree.size() || proof.checkpoint().size() != tree.size() + 1L) {
            return true;
        }
        return HexFormat.of()
                .formatHex(tree.rootWith(proof.line()))
                .equals(proof.checkpoint().root());
    }

    /** The step of the log, with everything that was found about it. */
    Step step() {
        if (found.isEmpty() && !trust.has(Role.LOG)) {
            return Step.notChecked(Name.LOG, "The leaves are those of the checkpoint; no key says whose it is.");
        }
        if (found.isEmpty() && trust.dated() && leaves.isEmpty()) {
            return Step.notChecked(
                    Name.LOG, "Nothing was logged yet, so nothing tells when the checkpoint was signed.");
        }
        return Step.of(Name.LOG, found, leaves.size() + " leaves under a signed checkpoint.");
    }

    /**
     * The step of an older checkpoint, after the log was checked.
     *
     * @param newest whether this is the newest state of the log that there is, and not what it was when a pack was issued
     */
    Step since(Optional<Checkpoint> since, boolean newest) {
        if (since.isEmpty()) {
            return new Step(
                    Name.SINCE,
                    Status.NOT_ASKED,
                    "With an older checkpoint (--since) it can be seen that the log was only added to.",
                    List.of());
        }
        Checkpoint older = since.get();
        String leaves = " the " + older.size() + " leaves of the older checkpoint.";
        if (checkpoint == null || !checkpoint.origin().equals(older.origin())) {
            return failed(Code.ORIGIN_DIFFERS, "The older checkpoint is of the log " + older.origin() + ".");
        }
        if (!newest && older.size() > tree.size()) {
            return Step.notChecked(
                    Name.SINCE,
                    "That checkpoint is newer than the pack: it covers " + older.size() + " leaves, the pack "
                            + tree.size() + ". Give one from before.");
        }
        boolean begins = begins(older);
        Optional<Discrepancy> wrong = trust.has(Role.LOG)
                ? ring.checkpoint(older, begins ? time(older) : Optional.empty())
                        .wrong()
                : Optional.empty();
        if (wrong.isPresent()) {
            return failed(
                    wrong.get().code(), "The older checkpoint: " + wrong.get().says());
        }
        if (!begins) {
            return failed(Code.LOG_REWRITTEN, "The log does not begin with" + leaves);
        }
        if (!trust.has(Role.LOG)) {
            return Step.notChecked(Name.SINCE, "The log begins like the older one; no key says whose they are.");
        }
        return trust.dated() && older.size() == 0
                ? Step.notChecked(
                        Name.SINCE, "The older checkpoint covers no leaf, so nothing tells when it was signed.")
                : Step.of(Name.SINCE, List.of(), "The log begins with" + leaves);
    }

    private static Step failed(Code code, String says) {
        return Step.failed(Name.SINCE, code, "log/leaves", says);
    }

    private void readCheckpoint() throws IOException {
        String origin = null;
        try {
            origin = Format.parse(content("FORMAT", Layout.SMALL)).origin();
        } catch (IllegalArgumentException e) {
            report(Code.FORMAT_UNKNOWN, "FORMAT", "There is none, or one that this version does not know.");
        }
        if (!holding.has("checkpoint")) {
            if (origin != null || holding.has("log/leaves")) {
                report(Code.CHECKPOINT_MISSING, "checkpoint", "There is a vault, but no checkpoint of its log.");
            }
            return;
        }
        try (InputStream in = holding.open("checkpoint", 0, holding.size("checkpoint"))) {
            checkpoint = SignedNote.read(in);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            report(Code.CHECKPOINT_MALFORMED, "checkpoint", "It is no checkpoint.");
            return;
        }
        if (origin != null && !checkpoint.origin().equals(origin)) {
            report(
                    Code.ORIGIN_DIFFERS,
                    "checkpoint",
                    "It is of the log " + checkpoint.origin() + ", not " + origin + ".");
        }
    }

    private void readLeaves() throws IOException {
        List<byte[]> lines = VaultLog.lines(content("log/leaves", Layout.LOG));
        for (byte[] line : lines) {
            if (tree.size() == checkpoint.size() || line[line.length - 1] != '\n') {
                break;
            }
            tree.add(Arrays.copyOf(line, line.length - 1));
            try {
                leaves.add(CanonicalJson.read(line, Leaf.class));
            } catch (IOException e) {
                report(Code.LEAF_MALFORMED, "log/leaves", "Line " + tree.size() + " is " + e.getMessage() + ".");
            }
        }
        String covers = ", the checkpoint covers " + checkpoint.size() + ".";
        if (tree.size() < checkpoint.size()) {
            report(Code.LOG_SHORTER, "log/leaves", "It holds " + tree.size() + " leaves" + covers);
        } else if (!HexFormat.of().formatHex(tree.root()).equals(checkpoint.root())) {
            report(Code.ROOT_DIFFERS, "log/leaves", "The leaves are not those that the checkpoint covers.");
        }
        if (lines.size() > checkpoint.size()) {
            report(Code.LOG_LONGER, "log/leaves", "It holds " + lines.size() + " lines" + covers);
        }
    }

    /** Nothing of a file that is not there, or larger than it can be. */
    private byte[] content(String name, long most) throws IOException {
        try {
            return holding.has(name) ? holding.content(name, most) : new byte[0];
        } catch (TooLargeException e) {
            report(Code.TOO_LARGE, name, "It was not read: " + e.getMessage() + ".");
            return new byte[0];
        }
    }

    private void report(Code code, String file, String says) {
        found.add(new Discrepancy(code, file, says));
    }
}
