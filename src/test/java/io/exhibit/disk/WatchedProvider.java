package io.exhibit.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does what the system's own provider does, and tells the watch. */
final class WatchedProvider extends FileSystemProvider {

    private final FileSystemProvider real = WatchedFileSystem.REAL.provider();
    private final WatchedFileSystem system;
    private final Watch watch;

    WatchedProvider(WatchedFileSystem system, Watch watch) {
        this.system = system;
        this.watch = watch;
    }

    private static Path real(Path path) {
        return WatchedPath.real(path);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        watch.before("open", real(path));
        boolean there = Files.exists(real(path));
        FileChannel channel = real.newFileChannel(real(path), options, attributes);
        if (!there) {
            watch.created(real(path));
        } else if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
            watch.truncated(real(path), 0);
        }
        return new WatchedChannel(channel, real(path), options.contains(StandardOpenOption.APPEND), watch);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        watch.before("list", real(folder));
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = real.newDirectoryStream(real(folder), each -> true)) {
            for (Path entry : entries) {
                if (filter.accept(system.wrap(entry))) {
                    all.add(system.wrap(entry));
                }
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return all.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        watch.before("mkdir", real(folder));
        real.createDirectory(real(folder), attributes);
        watch.folderCreated(real(folder));
    }

    @Override
    public void delete(Path path) throws IOException {
        watch.before("delete", real(path));
        real.delete(real(path));
        watch.deleted(real(path));
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        watch.before("link", real(link));
        real.createLink(real(link), real(existing));
        watch.linked(real(link), real(existing));
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        watch.before("rename", real(from));
        real.move(real(from), real(to), options);
        watch.renamed(real(from), real(to));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        watch.before("access", real(path));
        real.checkAccess(real(path), modes);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        watch.before("stat", real(path));
        return real.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        watch.before("stat", real(path));
        return real.readAttributes(real(path), attributes, options);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(real(path), type, options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(real(path), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(real(path));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getScheme() {
        return "watched";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }
}
