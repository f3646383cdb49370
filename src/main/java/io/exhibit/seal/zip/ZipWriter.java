package io.exhibit.seal.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Writes a zip, members in the order of their names. */
public final class ZipWriter {

    private final OutputStream out;
    private final List<ZipMember> members = new ArrayList<>();
    private long position;

    public ZipWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes a member's content. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Adds a member.
     *
     * @param crc32 of the content, which stands before it
     * @throws IllegalArgumentException when the name cannot be one, or does not come after the one before
     * @throws IOException also when the content is not as long as was said, or another one
     */
    public void add(String name, long bytes, long crc32, InputStream content) throws IOException {
        add(name, bytes, crc32, content::transferTo);
    }

    /**
     * Adds a member.
     *
     * @param crc32 of the content, which stands before it
     * @throws IllegalArgumentException when the name cannot be one, or does not come after the one before
     * @throws IOException also when the content is not as long as was said, or another one
     */
    public void add(String name, long bytes, long crc32, Writing content) throws IOException {
        String before = members.isEmpty() ? "" : members.get(members.size() - 1).name();
        if (!ZipMember.mayBeNamed(name) || name.compareTo(before) <= 0) {
            throw new IllegalArgumentException("\"" + name + "\" cannot come after \"" + before + "\" in a pack");
        }
        if (bytes >= ZipMember.LIMIT) {
            throw new IOException(name + " is too large for a pack: " + bytes + " bytes");
        }
        ZipMember member = new ZipMember(name, bytes, crc32, position);
        write(ZipHeaders.local(member));
        Counted counted = new Counted(out, name, bytes);
        content.to(counted);
        if (counted.left != 0 || counted.found.getValue() != crc32) {
            throw changed(name);
        }
        position += bytes;
        members.add(member);
    }

    private static IOException changed(String name) {
        return new IOException(name + " changed while it was packed");
    }

    /** Lets no more through than was said. */
    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private final String name;
        private final CRC32 found = new CRC32();
        private long left;

        Counted(OutputStream out, String name, long bytes) {
            this.out = out;
            this.name = name;
            this.left = bytes;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw changed(name);
            }
            found.update(bytes, from, length);
            out.write(bytes, from, length);
        }
    }

    /** Ends the zip; the stream stays open. */
    public void finish() throws IOException {
        long start = position;
        for (ZipMember member : members) {
            write(ZipHeaders.central(member));
        }
        write(ZipHeaders.end(members, start, position - start));
        out.flush();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
