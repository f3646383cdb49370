package io.exhibit.seal;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Every change that the vault makes to the disk, one method each, so that a test can stop the writer before any of them.
 * What is written is complete and durable, or it is not there. Files and folders are for their owner only, if nothing else is said.
 */
class Disk {

    private final boolean shared;

    Disk() {
        this(false);
    }

    private Disk(boolean shared) {
        this.shared = shared;
    }

    /** One on which new files and folders are for whom the system's defaults say. */
    static Disk shared() {
        return new Disk(true);
    }

    private static final String TEMPORARY = ".tmp-";

    /** Called before each change; a test that throws here is a writer that died here. */
    void before(String change) throws IOException {}

    static Path temporary(Path file) {
        return file.resolveSibling(TEMPORARY + file.getFileName());
    }

    static boolean isTemporary(Path file) {
        return file.getFileName().toString().startsWith(TEMPORARY);
    }

    /** Makes a folder and its parents, each durable in the folder above it. */
    void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        folder(parent);
        before("create folder " + folder.getFileName());
        try {
            Files.createDirectory(folder, permissions(folder, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            // Another process was quicker. Anything else than a folder there stays an error.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        sync(parent);
    }

    /** A new file; it is an error when there is one already. */
    FileChannel create(Path file) throws IOException {
        before("create " + file.getFileName());
        return open(file, CREATE_NEW, WRITE);
    }

    /** A file that is there already or not, as the lock is. */
    FileChannel openOrCreate(Path file) throws IOException {
        return open(file, CREATE, WRITE);
    }

    void force(FileChannel file) throws IOException {
        before("force file");
        file.force(true);
    }

    /** Gives a complete and forced file its name. The name is durable after {@link #sync}. */
    void rename(Path from, Path to) throws IOException {
        before("rename to " + to.getFileName());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes the names in a folder durable. */
    void sync(Path folder) throws IOException {
        before("force folder " + folder.getFileName());
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    /** Writes a whole file, in the place of an older one if there is one. */
    void write(Path file, byte[] content) throws IOException {
        Path temporary = temporary(file);
        // One that an earlier write left when the disk was full stands in nobody's way.
        Files.deleteIfExists(temporary);
        try (FileChannel channel = create(temporary)) {
            before("write " + file.getFileName());
            writeFully(channel, content);
            force(channel);
        }
        rename(temporary, file);
        sync(file.toAbsolutePath().getParent());
    }

    /**
     * Writes a whole file where there is none: of several processes that do so at once one does.
     *
     * @throws FileAlreadyExistsException for the others
     */
    void writeNew(Path file, byte[] content) throws IOException {
        Path temporary = temporary(file.resolveSibling(
                file.getFileName() + "-" + ProcessHandle.current().pid()));
        Files.deleteIfExists(temporary);
        try (FileChannel channel = create(temporary)) {
            before("write " + file.getFileName());
            writeFully(channel, content);
            force(channel);
        }
        before("name " + file.getFileName());
        try {
            // A rename would put it in the place of another one.
            Files.createLink(file, temporary);
        } finally {
            delete(temporary);
        }
        sync(file.toAbsolutePath().getParent());
    }

    /** Writes a whole file that may be lost or torn when the power fails: whoever reads it checks it. */
    void writeUnforced(Path file, byte[] content) throws IOException {
        Path temporary = temporary(file);
        Files.deleteIfExists(temporary);
        try (FileChannel channel = create(temporary)) {
            before("write " + file.getFileName());
            writeFully(channel, content);
        }
        rename(temporary, file);
    }

    void append(Path file, byte[] content) throws IOException {
        before("append to " + file.getFileName());
        try (FileChannel channel = open(file, CREATE, WRITE, APPEND)) {
            writeFully(channel, content);
            force(channel);
        }
        sync(file.toAbsolutePath().getParent());
    }

    void truncate(Path file, long size) throws IOException {
        before("truncate " + file.getFileName());
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            channel.truncate(size);
            force(channel);
        }
    }

    void delete(Path file) throws IOException {
        before("delete " + file.getFileName());
        Files.deleteIfExists(file);
    }

    private static void writeFully(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, Set.of(options), permissions(file, "rw-------"));
    }

    private FileAttribute<?>[] permissions(Path file, String ownerOnly) {
        boolean posix =
                !shared && file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ownerOnly))
                }
                : new FileAttribute<?>[0];
    }
}
