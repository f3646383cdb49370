package io.exhibit.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A file that is open; what the product does not use is not there. */
final class WatchedChannel extends FileChannel {

    private final FileChannel real;
    private final Path path;
    private final Watch watch;
    private final boolean append;

    WatchedChannel(FileChannel real, Path path, boolean append, Watch watch) {
        this.real = real;
        this.path = path;
        this.append = append;
        this.watch = watch;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        watch.before("read", path);
        return real.read(into);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        watch.before("read", path);
        return real.read(into, position);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        watch.before("write", path);
        long offset = append ? real.size() : real.position();
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        int written = real.write(ByteBuffer.wrap(bytes));
        watch.written(path, offset, bytes);
        return written;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        watch.before("force", path);
        watch.forced(path);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        watch.before("truncate", path);
        real.truncate(size);
        watch.truncated(path, size);
        return this;
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        watch.before("size", path);
        return real.size();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        watch.before("lock", path);
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
        watch.before("close", path);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        ByteBuffer some = ByteBuffer.allocate((int) Math.min(count, 1 << 16));
        if (read(some, position) < 0) {
            return 0;
        }
        return target.write(some.flip());
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
