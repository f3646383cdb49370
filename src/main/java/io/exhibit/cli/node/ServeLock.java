package io.exhibit.cli.node;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.LogMark;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One node to a vault, for the node's life: {@code serve.lock} in the vault's folder, or in that of the state where the vault is no
 * folder or is missing. The system lets go of it when the process dies; what stands in it is for people.
 */
public final class ServeLock implements Closeable {

    /** Locks of this process, with who has them: to open such a file once more and to close it would let go of the lock. */
    private static final Map<Path, String> HERE = new ConcurrentHashMap<>();

    private final FileChannel channel;
    private final Path file;

    private ServeLock(FileChannel channel, Path file) {
        this.channel = channel;
        this.file = file;
    }

    /**
     * @param holder who takes it, such as {@code process 4711 on host a}
     * @throws Stop when another node has it
     */
    public static ServeLock take(Settings settings, String holder, Instant now) throws IOException {
        Path file = file(settings);
        Files.createDirectories(file.getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = isFree(channel);
            if (!taken) {
                throw new Stop(
                        ExitCode.TRY_LATER,
                        "The vault " + settings.vault() + " is served already, by " + text(channel) + " (" + file
                                + "). Stop that one first; one vault in a folder has one node.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((holder + " since " + now).getBytes(StandardCharsets.UTF_8)), 0);
            HERE.put(file.toAbsolutePath(), holder + " since " + now);
            return new ServeLock(channel, file.toAbsolutePath());
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /** Who serves the vault right now. */
    public static Optional<String> holder(Settings settings) throws IOException {
        Path file = file(settings);
        String here = HERE.get(file.toAbsolutePath());
        if (here != null) {
            return Optional.of(here);
        }
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return isFree(channel) ? Optional.empty() : Optional.of(text(channel));
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(400);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "a node that is starting" : text;
    }

    private static Path file(Settings settings) {
        return settings.vault()
                .folder()
                // In the place of a vault that is missing nothing is made: it is put back, or mounted, there.
                .filter(folder -> Files.isDirectory(folder)
                        || new LogMark(settings).lost().isEmpty())
                .orElse(settings.serving().state())
                .resolve("serve.lock");
    }

    @Override
    public void close() throws IOException {
        HERE.remove(file);
        channel.close();
    }
}
