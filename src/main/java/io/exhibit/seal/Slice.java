package io.exhibit.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Some consecutive bytes of a file. */
public final class Slice extends InputStream {

    private final FileChannel file;
    private final long end;

    public Slice(Path path, long offset, long length) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.READ);
        this.file.position(offset);
        this.end = offset + length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long left = end - file.position();
        if (left <= 0) {
            return -1;
        }
        return file.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
