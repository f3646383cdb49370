package io.exhibit.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files in a folder of the local file system. */
record FolderHolding(Layout layout) implements Holding {

    /** A disk that does not answer is no file that is not there: who writes would put the log there once more. */
    @Override
    public boolean has(String name) throws IOException {
        try {
            BasicFileAttributes there = Files.readAttributes(file(name), BasicFileAttributes.class);
            // What stands in the place of the log and is no file makes the vault unreadable; a run may lack a file.
            return there.isRegularFile() || !name.startsWith("runs/");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(file(name));
    }

    @Override
    public String digest(String name) throws IOException {
        return Digests.hex(file(name));
    }

    @Override
    public InputStream open(String name, long offset, long length) throws IOException {
        return new Slice(file(name), offset, length);
    }

    @Override
    public Set<String> names() throws IOException {
        if (!Files.isDirectory(layout.runs())) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(layout.runs())) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !Disk.isTemporary(file))
                    .map(layout::name)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Path file(String name) {
        return layout.root().resolve(name);
    }
}
