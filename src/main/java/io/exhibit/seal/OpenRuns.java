package io.exhibit.seal;

import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The runs that are being written: begun, broken off, gone on with, given up. */
final class OpenRuns implements FileRunWriter.Sealing {

    private final Disk disk;
    private final Layout layout;
    private final Unfinished unfinished;
    private final Log log;

    /** Writes a run's record and its leaf. */
    @FunctionalInterface
    interface Log {
        void append(RunRecord record) throws IOException;
    }

    OpenRuns(Disk disk, Layout layout, Unfinished unfinished, Log log) {
        this.disk = disk;
        this.layout = layout;
        this.unfinished = unfinished;
        this.log = log;
    }

    RunWriter begin(String run) throws IOException {
        Path folder = layout.run(run);
        if (Files.exists(folder)) {
            throw new VaultException(VaultException.Reason.EXISTS, "The run " + run + " is in the vault already.");
        }
        return new FileRunWriter(disk, folder, List.of(), this);
    }

    /** Units of the newest run that no leaf is of and that can go on. */
    List<Kept> unfinished(List<String> logged) throws IOException {
        List<Kept> newest = List.of();
        for (String run : layout.namesOfRuns()) {
            List<Kept> kept = logged.contains(run) ? List.of() : unfinished.of(run);
            newest = kept.isEmpty() ? newest : kept;
        }
        return newest;
    }

    RunWriter resume(List<Kept> kept) throws IOException {
        String run = kept.get(0).soFar().id();
        return new FileRunWriter(disk, layout.run(run), kept, this);
    }

    @Override
    public void seal(RunRecord record) throws IOException {
        log.append(record);
        unfinished.forget(record.id());
    }

    @Override
    public void keep(Kept kept) throws IOException {
        unfinished.keep(kept);
    }

    @Override
    public void giveUp(String run) throws IOException {
        new Aside(disk, layout, unfinished).move(layout.run(run));
        unfinished.forget(run);
    }
}
