package io.exhibit.aws.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary folder that goes when its process does: on closing, or, when the process was killed, with the next one that makes such a
 * folder. The file {@code lock} in it is locked for as long as somebody uses it, which the system ends with the process. The temporary
 * folders of the JDK have mode 0700.
 */
final class ScratchFolder implements Closeable {

    private static final String PREFIX = "exhibit-s3-";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel held;

    private ScratchFolder(Path path, FileChannel held) {
        this.path = path;
        this.held = held;
    }

    /** Makes one, and removes those in the same place whose process is no more. */
    static ScratchFolder in(Path temporary) throws IOException {
        sweep(temporary);
        while (true) {
            Path folder = Files.createTempDirectory(temporary, PREFIX);
            FileChannel channel = lock(folder, StandardOpenOption.CREATE);
            // Whoever sweeps may have seen it before it was locked, and removed it.
            if (channel != null && Files.exists(folder.resolve(LOCK))) {
                return new ScratchFolder(folder, channel);
            }
            close(channel);
        }
    }

    Path path() {
        return path;
    }

    private static void sweep(Path temporary) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                FileChannel channel = lock(folder, StandardOpenOption.WRITE);
                if (channel != null) {
                    remove(folder, channel);
                }
            }
        }
    }

    /** The lock of a folder; {@code null} when somebody uses it, when it is somebody else's, or when it has none. */
    private static FileChannel lock(Path folder, StandardOpenOption how) throws IOException {
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE, how);
            lock = channel.tryLock();
        } catch (NoSuchFileException | AccessDeniedException | OverlappingFileLockException e) {
            // Of a folder that is just being made or removed, of another user, of this very process.
        }
        if (lock == null) {
            close(channel);
            return null;
        }
        return channel;
    }

    /** The lock goes last of the files, so that whoever locks it too sees whether it is still there. */
    private static void remove(Path folder, FileChannel held) throws IOException {
        try (held;
                DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.getFileName().toString().equals(LOCK)) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder.resolve(LOCK));
            Files.deleteIfExists(folder);
        }
    }

    private static void close(FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        remove(path, held);
    }
}
