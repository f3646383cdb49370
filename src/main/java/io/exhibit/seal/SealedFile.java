package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.function.Consumer;

/** A file in the making under a temporary name: streamed, digested on the way, made durable, then named. */
final class SealedFile implements Draft {

    private final Disk disk;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.streaming();
    private final OutputStream out;
    private boolean done;

    SealedFile(Disk disk, Path file) throws IOException {
        this.disk = disk;
        this.file = file;
        this.channel = disk.create(Disk.temporary(file));
        this.out = new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), digest);
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public long position() throws IOException {
        out.flush();
        return channel.position();
    }

    /** Makes the content durable and gives it its name; the name is durable when the folder is. Returns the SHA-256. */
    @Override
    public String finish() throws IOException {
        return finish(any -> {});
    }

    /** @param accept is given the SHA-256 before the file has its name; when it throws, it gets none */
    String finish(Consumer<String> accept) throws IOException {
        out.flush();
        disk.force(channel);
        channel.close();
        String sha256 = Sha256.hex(digest);
        accept.accept(sha256);
        disk.rename(Disk.temporary(file), file);
        done = true;
        return sha256;
    }

    /** Without {@link #finish} nothing stays. */
    @Override
    public void close() throws IOException {
        if (!done) {
            channel.close();
            disk.delete(Disk.temporary(file));
        }
    }
}
