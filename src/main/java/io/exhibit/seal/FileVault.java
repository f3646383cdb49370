package io.exhibit.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A vault in a folder of the local file system; the page on the evidence format says what lies where. */
public final class FileVault extends LoggedVault {

    private final List<String> setAside;

    private FileVault(FileStore store) throws IOException {
        super(store);
        this.setAside = List.of();
    }

    private FileVault(Disk disk, Layout layout, FileStore store, Signer key, InstantSource clock, Unfinished unfinished)
            throws IOException {
        super(disk, store, key, clock, unfinished);
        List<String> moved = new ArrayList<>();
        if (log().takeBack(disk, layout.leaves())) {
            moved.add(layout.name(layout.leaves()));
        }
        moved.addAll(new Aside(disk, layout, unfinished, store).clear(log().leaves()));
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
        Layout layout = new Layout(folder);
        SignedNote.origin(origin);
        NewVault.refuseSecond(layout);
        disk.folder(folder);
        FileStore store = FileStore.toWrite(disk, layout);
        boolean made = false;
        try {
            // Another process may have made it while this one came by the lock.
            if (NewVault.isThere(layout)) {
                throw VaultLock.locked(layout);
            }
            NewVault.lay(disk, layout, store, origin, key);
            FileVault vault = new FileVault(disk, layout, store, key, clock, new Unfinished(disk, layout, key));
            made = true;
            return vault;
        } finally {
            if (!made) {
                store.close();
            }
        }
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
            FileVault vault = new FileVault(disk, layout, store, key, clock, new Unfinished(disk, layout, key));
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

    /** The bytes of a vault as they are, also of a damaged one, for whoever checks or copies it. */
    public static Store look(Path folder) {
        return FileStore.toRead(new Layout(folder));
    }

    /**
     * A folder that is to be the mirror of a vault, locked: one that is there, or one that is made.
     *
     * @throws VaultException when something else is in it
     */
    public static Store mirror(Path folder) throws IOException {
        return mirror(new Disk(), folder);
    }

    static Store mirror(Disk disk, Path folder) throws IOException {
        Layout layout = new Layout(folder);
        if (!Files.exists(layout.format()) && !Layout.list(folder).stream().allMatch(FileVault::isOurs)) {
            throw new VaultException(
                    VaultException.Reason.EXISTS, folder + " holds something else than a vault. Name an empty folder.");
        }
        disk.folder(folder);
        disk.folder(layout.runs());
        disk.folder(layout.leaves().getParent());
        return FileStore.toWrite(disk, layout);
    }

    /** What a copy leaves that broke off before it wrote FORMAT, and a node that began where its vault was not any more. */
    private static boolean isOurs(Path file) {
        return Set.of("lock", "runs", "log", ".tmp-FORMAT", "serve.lock")
                .contains(file.getFileName().toString());
    }

    /** What was moved aside when the vault was opened, because it had never been acknowledged; names relative to the vault. */
    public List<String> setAside() {
        return setAside;
    }
}
