package io.exhibit.run;

import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Set;
import java.util.function.Consumer;

/** A folder whose files are there whole and durable, or not at all: also when the power fails. */
record DurableFolder(Path path) {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    /**
     * Writes a file, in the place of an older one if there is one.
     *
     * @param accept is given the SHA-256 before the file has its name; when it throws, nothing has changed
     * @return the SHA-256
     */
    String write(String name, IssueShelf.Print content, Consumer<String> accept) throws IOException {
        return write(name, content, accept, Set.of());
    }

    /** The same, for the owner's eyes only. */
    void writeSecret(String name, byte[] secret) throws IOException {
        write(name, out -> out.write(secret), any -> {}, OWNER);
    }

    private String write(
            String name, IssueShelf.Print content, Consumer<String> accept, Set<PosixFilePermission> permissions)
            throws IOException {
        make(path.toAbsolutePath());
        Path making = path.resolve("." + name + ".making");
        try {
            String sha256 = write(making, content, permissions);
            accept.accept(sha256);
            Files.move(making, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(path);
            return sha256;
        } finally {
            Files.deleteIfExists(making);
        }
    }

    private static String write(Path making, IssueShelf.Print content, Set<PosixFilePermission> permissions)
            throws IOException {
        MessageDigest digest = Sha256.streaming();
        if (!permissions.isEmpty()) {
            // What a writer that died left there may be open to others.
            Files.deleteIfExists(making);
            Files.createFile(making, PosixFilePermissions.asFileAttribute(permissions));
        }
        try (FileChannel channel = FileChannel.open(
                        making,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            content.to(out);
            channel.force(true);
        }
        return Sha256.hex(digest);
    }

    /** Makes a folder and its parents, each durable in the folder above it. */
    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            make(folder.getParent());
            Files.createDirectories(folder);
            sync(folder.getParent());
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
