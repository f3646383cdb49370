package io.exhibit.aws.vault;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Draft;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** A large file on its way to S3: written to this machine first, because a put with its checksum needs the whole. */
final class S3Draft implements Draft {

    private final Path file;
    private final Finishing finishing;
    private final MessageDigest digest = Sha256.streaming();
    private final Counted out;
    private boolean done;

    /** Keeps the whole file in S3. */
    @FunctionalInterface
    interface Finishing {
        void keep(Path file, long bytes, String sha256) throws IOException;
    }

    S3Draft(Path file, Finishing finishing) throws IOException {
        this.file = file;
        this.finishing = finishing;
        this.out = new Counted(new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 16), digest));
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public long position() {
        return out.bytes;
    }

    @Override
    public String finish() throws IOException {
        out.close();
        String sha256 = Sha256.hex(digest);
        finishing.keep(file, out.bytes, sha256);
        done = true;
        return sha256;
    }

    @Override
    public void close() throws IOException {
        if (!done) {
            out.close();
            Files.deleteIfExists(file);
        }
    }

    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private long bytes;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) throws IOException {
            out.write(b, offset, length);
            bytes += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
