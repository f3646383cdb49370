package io.exhibit.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A vault in a folder of the local file system; the page on the evidence format says what lies where. */
public final class FileVault extends LoggedVault {

    private final Notes notes;
    private final List<String> setAside;

    private FileVault(FileStore store) throws IOException {
        super(store);
        this.notes = Notes.NONE;
        this.setAside = List.of();
    }

    private FileVault(Disk disk, Layout layout, FileStore store, Signer key, InstantSource clock) throws IOException {
        super(disk, store, key, clock);
        Unfinished unfinished = new Unfinished(disk, layout, key);
        List<String> moved = new ArrayList<>();
        if (log().takeBack(disk, layout.leaves())) {
            moved.add(layout.name(layout.leaves()));
        }
        moved.addAll(new Aside(disk, layout, unfinished, store).clear(log().leaves()));
        this.notes = unfinished;
        this.setAside = List.copyOf(moved);
    }

    /**
     * Makes a vault and opens it for writing.
     *
     * @param folder that does not exist yet, or is empty
     * @param origin name of its log, such as {@code example.org/evidence}; it stands in every checkpoint
     */
    public static FileVault create(Path folder, String origin, Signer key, InstantSource clock) throws IOException {
        return create(new Disk(), folder, origin, key, clock);
    }

    static FileVault create(Disk disk, Path folder, String origin, Signer key, InstantSource clock) throws IOException {
        NewVault.lay(disk, folder, origin, key);
        return open(disk, folder, key, clock);
    }

    /**
     * Opens a vault for writing. What a writer that died left behind is moved to {@code aside}; see {@link #setAside}.
     *
     * @param key that signed its checkpoints so far
     * @param clock tells when a leaf is logged
     */
    public static FileVault open(Path folder, Signer key, InstantSource clock) throws IOException {
        return open(new Disk(), folder, key, clock);
    }

    static FileVault open(Disk disk, Path folder, Signer key, InstantSource clock) throws IOException {
        Layout layout = new Layout(folder);
        Format.read(new FolderHolding(layout), folder.toString());
        FileStore store = FileStore.toWrite(disk, layout);
        boolean open = false;
        try {
            FileVault vault = new FileVault(disk, layout, store, key, clock);
            open = true;
            return vault;
        } finally {
            if (!open) {
                store.close();
            }
        }
    }

    /** Opens a vault for reading, also while another process writes it: what is sealed by now is seen. */
    public static FileVault read(Path folder) throws IOException {
        return new FileVault(FileStore.toRead(new Layout(folder)));
    }

    /** What was moved aside when the vault was opened, because it had never been acknowledged; names relative to the vault. */
    public List<String> setAside() {
        return setAside;
    }

    @Override
    Notes notes() {
        return notes;
    }
}
