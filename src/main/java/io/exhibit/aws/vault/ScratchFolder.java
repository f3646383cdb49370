package io.exhibit.aws.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A temporary folder that goes when its process does: on closing, or, when the process was killed, with the next one that makes such a
 * folder. The file {@code lock} in it is locked for as long as somebody uses it, which the system ends with the process. The temporary
 * folders of the JDK have mode 0700.
 */
final class ScratchFolder implements Closeable {

    private static final String PREFIX = "exhibit-s3-";
    private static final String LOCK = "lock";

    /**
     * Those of this process. Their locks are not looked at: a lock belongs to the process, and to close a file that it holds a lock on
     * gives the lock away, whoever opened it (fcntl, POSIX.1).
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

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
            OWN.add(folder);
            FileChannel channel = lock(folder, StandardOpenOption.CREATE);
            // Whoever sweeps may have seen it before it was locked, and removed it.
            if (channel != null && Files.exists(folder.resolve(LOCK))) {
                return new ScratchFolder(folder, channel);
            }
            close(channel);
            OWN.remove(folder);
        }
    }

    Path path() {
        return path;
    }

    private static void sweep(Path temporary) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                if (OWN.contains(folder)) {
                    continue;
                }
                FileChannel channel = lock(folder, StandardOpenOption.WRITE);
                if (channel != null) {
                    sweep(folder, channel);
                }
            }
        }
    }

    private static void sweep(Path folder, FileChannel held) throws IOException {
        try {
            remove(folder, held);
        } catch (NoSuchFileException e) {
            // Another process was faster.
        }
    }

    /** The lock of a folder; {@code null} when somebody uses it, when it is somebody else's, or when it has none. */
    private static FileChannel lock(Path folder, StandardOpenOption how) throws IOException {
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE, how);
            lock = channel.tryLock();
        } catch (NoSuchFileException | AccessDeniedException e) {
            // Of a folder that is just being made or removed, of another user.
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
        try {
            remove(path, held);
        } finally {
            OWN.remove(path);
        }
    }
}
