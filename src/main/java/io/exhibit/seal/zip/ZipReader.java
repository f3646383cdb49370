package io.exhibit.seal.zip;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Reads a zip from its first byte to its last and accepts the bytes that {@link ZipWriter} writes, no others. Nothing is unpacked, so
 * it cannot hold more than its own length.
 */
public final class ZipReader {

    /** Members, each of which takes memory; a month of a thousand accounts in seventeen regions has 530,000 unit files. */
    static final int MOST = 600_000;

    private final InputStream in;
    private final List<ZipMember> members = new ArrayList<>();
    private long position;

    public ZipReader(InputStream in) {
        this.in = in;
    }

    /** Takes one member, whose content begins at that byte of the zip; what it leaves unread is passed over. */
    @FunctionalInterface
    public interface Each {
        void member(String name, long start, long bytes, InputStream content) throws IOException;
    }

    /**
     * Hands every member over, then checks what follows the last one.
     *
     * @throws ZipRefused at the first byte that is not as it must be; members before it were handed over
     */
    public void read(Each each) throws IOException {
        byte[] header = in.readNBytes(ZipHeaders.LOCAL);
        while (isLocal(header)) {
            member(header, each);
            header = in.readNBytes(ZipHeaders.LOCAL);
        }
        tail(new SequenceInputStream(new ByteArrayInputStream(header), in));
    }

    /** The list of the members, one by one, and nothing behind it. */
    private void tail(InputStream found) throws IOException {
        long start = position;
        int length = 0;
        for (ZipMember member : members) {
            byte[] central = ZipHeaders.central(member);
            same(central, found, start + length);
            length += central.length;
        }
        byte[] end = ZipHeaders.end(members, start, length);
        same(end, found, start + length);
        if (found.read() >= 0) {
            throw differs(start + length + end.length);
        }
    }

    private void same(byte[] expected, InputStream found, long at) throws IOException {
        int differs = Arrays.mismatch(found.readNBytes(expected.length), expected);
        if (differs >= 0) {
            throw differs(at + differs);
        }
    }

    private ZipRefused differs(long at) {
        return new ZipRefused(
                at, members.isEmpty() ? "it is no pack" : "the list at its end is not that of its members");
    }

    private static boolean isLocal(byte[] header) {
        return header.length == ZipHeaders.LOCAL && little(header).getInt(0) == ZipHeaders.LOCAL_SIGNATURE;
    }

    private void member(byte[] header, Each each) throws IOException {
        ByteBuffer fields = little(header);
        long crc32 = fields.getInt(14) & ZipMember.LIMIT;
        long bytes = fields.getInt(22) & ZipMember.LIMIT;
        String name = new String(in.readNBytes(fields.getShort(26) & 0xffff), StandardCharsets.ISO_8859_1);
        String before = members.isEmpty() ? "" : members.get(members.size() - 1).name();
        if (!ZipMember.mayBeNamed(name) || name.compareTo(before) <= 0) {
            throw new ZipRefused(position, "a member has a name that cannot stand there");
        }
        if (members.size() == MOST) {
            throw new ZipRefused(position, "it has more than " + MOST + " members");
        }
        ZipMember member = new ZipMember(name, bytes, crc32, position);
        byte[] expected = ZipHeaders.local(member);
        if (Arrays.mismatch(expected, 0, ZipHeaders.LOCAL, header, 0, ZipHeaders.LOCAL) >= 0) {
            throw new ZipRefused(position, "the header of " + name + " is not the one that it must have");
        }
        Bounded bounded = new Bounded(in, bytes);
        CheckedInputStream content = new CheckedInputStream(bounded, new CRC32());
        each.member(name, position + expected.length, bytes, content);
        content.transferTo(OutputStream.nullOutputStream());
        if (bounded.left > 0) {
            throw new ZipRefused(position, "it ends within " + name);
        }
        if (content.getChecksum().getValue() != crc32) {
            throw new ZipRefused(position, name + " has another checksum than its header says");
        }
        members.add(member);
        position += expected.length + bytes;
    }

    /** The next bytes of a stream, and no more. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long bytes) {
            super(in);
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            int one = left > 0 ? in.read() : -1;
            left -= one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = left > 0 ? in.read(bytes, offset, (int) Math.min(length, left)) : -1;
            left -= Math.max(n, 0);
            return n;
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = in.skip(Math.min(n, left));
            left -= skipped;
            return skipped;
        }

        /** The zip goes on. */
        @Override
        public void close() {}
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
