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

    /**
     * Adds a member.
     *
     * @param crc32 of the content, which stands before it
     * @throws IllegalArgumentException when the name cannot be one, or does not come after the one before
     * @throws IOException also when the content is not as long as was said, or another one
     */
    public void add(String name, long bytes, long crc32, InputStream content) throws IOException {
        String before = members.isEmpty() ? "" : members.get(members.size() - 1).name();
        if (!ZipMember.mayBeNamed(name) || name.compareTo(before) <= 0) {
            throw new IllegalArgumentException("\"" + name + "\" cannot come after \"" + before + "\" in a pack");
        }
        if (bytes >= ZipMember.LIMIT) {
            throw new IOException(name + " is too large for a pack: " + bytes + " bytes");
        }
        ZipMember member = new ZipMember(name, bytes, crc32, position);
        write(ZipHeaders.local(member));
        CRC32 found = new CRC32();
        byte[] buffer = new byte[1 << 16];
        long left = bytes;
        for (int n = content.read(buffer); n >= 0 && left >= 0; n = content.read(buffer)) {
            found.update(buffer, 0, n);
            out.write(buffer, 0, n);
            left -= n;
        }
        if (left != 0 || found.getValue() != crc32) {
            throw new IOException(name + " changed while it was packed");
        }
        position += bytes;
        members.add(member);
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
