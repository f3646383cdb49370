package io.exhibit.aws.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Some consecutive bytes of a file. */
final class Part extends InputStream {

    private final InputStream in;
    private long left;

    private Part(InputStream in, long left) {
        this.in = in;
        this.left = left;
    }

    static InputStream of(Path file, long offset, long length) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        channel.position(offset);
        return new Part(Channels.newInputStream(channel), length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = left <= 0 ? -1 : in.read(bytes, offset, (int) Math.min(length, left));
        left -= Math.max(n, 0);
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
