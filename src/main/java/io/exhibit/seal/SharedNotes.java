package io.exhibit.seal;

import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Notes of units that several nodes keep in one store. Each is signed, because the run record will be sealed over what they say,
 * by whichever node closes the run: what somebody else wrote into the database is not taken up.
 */
final class SharedNotes implements Notes {

    /** Keeps these signatures apart from those of checkpoints. */
    private static final String PURPOSE = "exhibit shared unit\n";

    private final NoteShelf shelf;
    private final Store store;
    private final Signer key;

    SharedNotes(NoteShelf shelf, Store store, Signer key) {
        this.shelf = shelf;
        this.store = store;
        this.key = key;
    }

    /** @param edition which of the bytes that were kept under its name are the unit's, as the store tells */
    private record Note(Kept kept, String edition) {}

    @Override
    public List<String> runs() throws IOException {
        return shelf.runs();
    }

    @Override
    public List<Kept> of(String run) throws IOException {
        List<Kept> all = new ArrayList<>();
        for (String text : shelf.of(run)) {
            Note note = read(run, text);
            RunRecord.Unit unit = note.kept().unit();
            if (!unit.file().isEmpty()) {
                store.adopt(file(run, unit), unit.bytes(), unit.sha256(), note.edition());
            }
            all.add(note.kept());
        }
        return all;
    }

    @Override
    public void keep(Kept kept) throws IOException {
        String run = kept.soFar().id();
        RunRecord.Unit unit = kept.unit();
        String edition = unit.file().isEmpty() ? "" : store.edition(file(run, unit));
        byte[] line = CanonicalJson.line(new Note(kept, edition));
        String signature = Base64.getEncoder().encodeToString(key.sign(message(line)));
        shelf.keep(run, Layout.unit(unit.target()), new String(line, StandardCharsets.UTF_8) + signature + "\n");
    }

    @Override
    public void forget(String run) throws IOException {
        shelf.forget(run);
    }

    /** Unlike a file of our own, which may be torn, a note of a database is whole: one that is not ours is an attack or a wrong key. */
    private Note read(String run, String text) throws IOException {
        String[] lines = text.split("\n", -1);
        if (lines.length == 3) {
            byte[] line = (lines[0] + "\n").getBytes(StandardCharsets.UTF_8);
            if (isOurs(line, lines[1])) {
                Note note = CanonicalJson.read(line, Note.class);
                if (note.kept().soFar().id().equals(run)) {
                    return note;
                }
            }
        }
        throw new VaultException(
                VaultException.Reason.DAMAGED,
                "A note of the run " + run + " in the nodes' database was not signed by this vault's key, or is of"
                        + " another run. Do all nodes have the same key, and who else may write that database?");
    }

    private static String file(String run, RunRecord.Unit unit) {
        return Layout.folder(run) + "/" + Layout.unit(unit.target());
    }

    private boolean isOurs(byte[] line, String signature) {
        try {
            return SigningKey.verify(
                    key.publicKey(), message(line), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] message(byte[] line) {
        // The digest, because a key that lies elsewhere may sign short messages only.
        return (PURPOSE + Sha256.hex(line) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
