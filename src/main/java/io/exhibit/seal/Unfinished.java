package io.exhibit.seal;

import io.exhibit.evidence.Kept;
import io.exhibit.evidence.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Notes of the units of runs that are not over. Each is signed, because the run record will be sealed over what they say:
 * what somebody else put into the folder of a broken-off run is not taken up.
 */
final class Unfinished implements Notes {

    /** Keeps these signatures apart from those of checkpoints. */
    private static final String PURPOSE = "exhibit unfinished unit\n";

    private final Disk disk;
    private final Layout layout;
    private final Signer key;

    Unfinished(Disk disk, Layout layout, Signer key) {
        this.disk = disk;
        this.layout = layout;
        this.key = key;
    }

    @Override
    public List<String> runs() throws IOException {
        return layout.namesOfRuns();
    }

    /** Units end on several threads; their folder is made once. */
    @Override
    public synchronized void keep(Kept kept) throws IOException {
        Path folder = layout.unfinished(kept.soFar().id());
        disk.folder(folder);
        byte[] line = CanonicalJson.line(kept);
        ByteArrayOutputStream note = new ByteArrayOutputStream();
        note.write(line);
        note.write((signature(line) + "\n").getBytes(StandardCharsets.US_ASCII));
        // Without it the unit is asked again, which is no reason to wait for the disk once more.
        disk.writeUnforced(folder.resolve(Layout.note(kept.unit().target())), note.toByteArray());
    }

    /** The units of a run whose note we signed and whose file is what the note says, ordered by target. */
    @Override
    public List<Kept> of(String run) throws IOException {
        List<Kept> all = new ArrayList<>();
        for (Path note : Layout.list(layout.unfinished(run))) {
            Kept kept = read(note);
            if (kept != null && kept.soFar().id().equals(run) && isThere(run, kept)) {
                all.add(kept);
            }
        }
        return all;
    }

    @Override
    public void forget(String run) throws IOException {
        Path folder = layout.unfinished(run);
        if (Files.isDirectory(folder)) {
            for (Path note : Layout.list(folder)) {
                disk.delete(note);
            }
            disk.delete(folder);
        }
    }

    /** A note that is torn, in another form or not ours tells nothing: {@code null}. Its unit is asked again. */
    private Kept read(Path note) throws IOException {
        String[] lines = Files.readString(note, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length != 3) {
            return null;
        }
        byte[] line = (lines[0] + "\n").getBytes(StandardCharsets.UTF_8);
        return isOurs(line, lines[1]) ? CanonicalJson.read(line, Kept.class) : null;
    }

    private boolean isThere(String run, Kept kept) throws IOException {
        Path file = layout.run(run).resolve(Layout.unit(kept.unit().target()));
        return Files.isRegularFile(file)
                && Files.size(file) == kept.unit().bytes()
                && Digests.hex(file).equals(kept.unit().sha256());
    }

    private boolean isOurs(byte[] line, String signature) {
        try {
            return SigningKey.verify(
                    key.publicKey(), message(line), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String signature(byte[] line) throws IOException {
        return Base64.getEncoder().encodeToString(key.sign(message(line)));
    }

    private static byte[] message(byte[] line) {
        // The digest, because a key that lies elsewhere may sign short messages only.
        return (PURPOSE + Sha256.hex(line) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
