package io.exhibit.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of files that are handed on, so not for their owner only: packs, public keys, signatures. Each is there whole and durable, or
 * not at all, also when the power fails.
 */
public record DurableFolder(Path path) {

    private static final Disk DISK = Disk.shared();
    private static final Disk OWNERS = new Disk();

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** The folder in which a file lies. */
    public static DurableFolder of(Path file) {
        return new DurableFolder(file.toAbsolutePath().getParent());
    }

    /** Takes a folder of files away, if it is there. */
    public static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    /** Puts a folder of files in the place of another; without it, nothing is left there. */
    public static void replace(Path made, Path place) throws IOException {
        clear(place);
        if (Files.isDirectory(made)) {
            Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
            DISK.sync(place.toAbsolutePath().getParent());
        }
    }

    /** Writes a small file, in the place of an older one if there is one. */
    public void write(String name, byte[] content) throws IOException {
        write(name, out -> out.write(content), any -> {});
    }

    /** The same, for the owner's eyes only. */
    public void writeSecret(String name, byte[] secret) throws IOException {
        DISK.folder(path.toAbsolutePath());
        OWNERS.write(path.resolve(name), secret);
    }

    /**
     * Writes a file, in the place of an older one if there is one.
     *
     * @param accept is given the SHA-256 before the file has its name; when it throws, nothing has changed
     * @return the SHA-256
     */
    public String write(String name, Content content, Consumer<String> accept) throws IOException {
        DISK.folder(path.toAbsolutePath());
        Path file = path.resolve(name);
        // One that an earlier write left when the power failed stands in nobody's way.
        Files.deleteIfExists(Disk.temporary(file));
        try (SealedFile made = new SealedFile(DISK, file)) {
            content.to(made.out());
            String sha256 = made.finish(accept);
            DISK.sync(path);
            return sha256;
        }
    }
}
