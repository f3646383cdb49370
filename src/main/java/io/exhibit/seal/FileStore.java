package io.exhibit.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of the local file system, with the one lock on it when it is open for writing. */
final class FileStore extends HeldStore {

    private final Disk disk;
    private final Layout layout;
    private final VaultLock lock;

    private FileStore(Disk disk, Layout layout, VaultLock lock) {
        super(new FolderHolding(layout));
        this.disk = disk;
        this.layout = layout;
        this.lock = lock;
    }

    static FileStore toRead(Layout layout) {
        return new FileStore(new Disk(), layout, null);
    }

    static FileStore toWrite(Disk disk, Layout layout) throws IOException {
        return new FileStore(disk, layout, VaultLock.take(disk, layout));
    }

    @Override
    public String place() {
        return layout.root().toString();
    }

    @Override
    public boolean holds(String run) {
        return Files.exists(layout.run(run));
    }

    @Override
    public void prepare(String run) throws IOException {
        disk.folder(units(run));
    }

    @Override
    public void settle(String run) throws IOException {
        disk.sync(units(run));
    }

    @Override
    public void giveUp(String run) throws IOException {
        aside(layout.run(run));
    }

    /** Moves a run's folder, or a file of it, out of the runs. Returns its name so far, relative to the vault. */
    String aside(Path what) throws IOException {
        String name =
                layout.runs().relativize(what).toString().replace('\\', '/').replace('/', '.');
        disk.folder(layout.aside());
        Path to = layout.aside().resolve(name);
        for (int n = 2; Files.exists(to); n++) {
            to = layout.aside().resolve(name + "~" + n);
        }
        disk.rename(what, to);
        disk.sync(layout.aside());
        disk.sync(what.getParent());
        return layout.name(what);
    }

    @Override
    public Draft draft(String name) throws IOException {
        return new SealedFile(disk, file(name));
    }

    @Override
    public void put(String name, byte[] content) throws IOException {
        disk.folder(file(name).getParent());
        disk.write(file(name), content);
    }

    @Override
    public void append(byte[] leaf) throws IOException {
        disk.append(layout.leaves(), leaf);
    }

    @Override
    public void append(List<byte[]> leaves) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        leaves.forEach(lines::writeBytes);
        if (lines.size() > 0) {
            append(lines.toByteArray());
        }
    }

    @Override
    public void cutLeaves(long size) throws IOException {
        disk.truncate(layout.leaves(), size);
    }

    @Override
    public void sweep(String run) throws IOException {
        for (Path folder : List.of(layout.run(run), units(run))) {
            for (Path file : Layout.list(folder)) {
                if (Disk.isTemporary(file)) {
                    disk.delete(file);
                }
            }
        }
    }

    @Override
    public void checkpoint(byte[] note) throws IOException {
        disk.write(layout.checkpoint(), note);
    }

    @Override
    public Path scratch(String run) {
        return layout.run(run);
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    private Path units(String run) {
        return layout.run(run).resolve("units");
    }

    private Path file(String name) {
        return layout.root().resolve(name);
    }
}
