package io.exhibit.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be told of a vault in a moment, without writing to it: its format is known and its log is what the checkpoint
 * covers, or there would be none of this.
 *
 * @param checkpoint the newest one
 * @param unfinished ids of runs that were begun and are not sealed: broken off, or at work right now
 * @param closed folders and files in which a writer could not write
 */
public record VaultGlance(Checkpoint checkpoint, List<String> unfinished, List<Path> closed) {

    /** How many of the newest runs are measured. */
    public static final int MEASURED = 7;

    public VaultGlance {
        unfinished = List.copyOf(unfinished);
        closed = List.copyOf(closed);
    }

    /** Looks at a vault; a {@link VaultException} says what keeps it from being read. */
    public static VaultGlance at(Path folder) throws IOException {
        Layout layout = new Layout(folder);
        Holding holding = new FolderHolding(layout);
        String place = folder.toString();
        Checkpoint checkpoint =
                VaultLog.read(holding, place, Format.read(holding, place)).checkpoint();
        List<Path> closed = Stream.of(
                        layout.root(),
                        layout.runs(),
                        layout.leaves(),
                        layout.leaves().getParent(),
                        layout.checkpoint())
                .filter(path -> Files.exists(path) && !Files.isWritable(path))
                .toList();
        List<String> unfinished = Layout.list(folder.resolve("unfinished")).stream()
                .map(run -> run.getFileName().toString())
                .toList();
        return new VaultGlance(checkpoint, unfinished, closed);
    }

    /** Whether the key signed the checkpoint. */
    public boolean isSignedBy(Signer key) {
        return SignedNote.signedBy(key.publicKey(), checkpoint);
    }

    /** When a key began to sign the log of a vault; empty when it did not, or nothing was logged yet. */
    public static Optional<Instant> began(Path folder, PublicKey key) throws IOException {
        Holding holding = new FolderHolding(new Layout(folder));
        String place = folder.toString();
        VaultLog log = VaultLog.read(holding, place, Format.read(holding, place));
        if (log.leaves().isEmpty() || !SignedNote.signedBy(key, log.checkpoint())) {
            return Optional.empty();
        }
        return log.rotations(holding, new ArrayList<>())
                .newest()
                .or(() -> Optional.of(log.leaves().get(0).time()));
    }

    /** Bytes on disk of the largest of the newest runs; 0 without a run or a vault. */
    public static long largestRun(Path folder) throws IOException {
        Layout layout = new Layout(folder);
        List<String> runs = layout.namesOfRuns();
        long largest = 0;
        for (String run : runs.subList(Math.max(0, runs.size() - MEASURED), runs.size())) {
            largest = Math.max(largest, size(layout.run(run)));
        }
        return largest;
    }

    private static long size(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> below = Files.walk(folder)) {
            below.filter(Files::isRegularFile).forEach(files::add);
        }
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
