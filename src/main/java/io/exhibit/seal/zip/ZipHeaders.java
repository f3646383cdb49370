package io.exhibit.seal.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes around the contents (PKWARE's APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16). Every field that a writer may
 * choose has one value: version 2.0 (4.5 where a number needs eight bytes), no flags, stored, 1980-01-01 00:00:00, no extra field but the
 * one for an offset beyond 4 GiB, no comment, no attributes.
 */
final class ZipHeaders {

    static final int LOCAL = 30;
    static final int LOCAL_SIGNATURE = 0x04034b50;

    private static final short VERSION = 20;
    private static final short VERSION_64 = 45;
    private static final short FIRST_DAY = 0x21;

    private ZipHeaders() {}

    static byte[] local(ZipMember member) {
        byte[] name = name(member);
        return bytes(LOCAL + name.length)
                .putInt(LOCAL_SIGNATURE)
                .putShort(VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(FIRST_DAY)
                .putInt((int) member.crc32())
                .putInt((int) member.bytes())
                .putInt((int) member.bytes())
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name)
                .array();
    }

    static byte[] central(ZipMember member) {
        byte[] name = name(member);
        boolean far = member.offset() >= ZipMember.LIMIT;
        int extra = far ? 12 : 0;
        ByteBuffer header = bytes(46 + name.length + extra)
                .putInt(0x02014b50)
                .putShort(far ? VERSION_64 : VERSION)
                .putShort(far ? VERSION_64 : VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(FIRST_DAY)
                .putInt((int) member.crc32())
                .putInt((int) member.bytes())
                .putInt((int) member.bytes())
                .putShort((short) name.length)
                .putShort((short) extra)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) (far ? ZipMember.LIMIT : member.offset()))
                .put(name);
        if (far) {
            header.putShort((short) 1).putShort((short) 8).putLong(member.offset());
        }
        return header.array();
    }

    /**
     * What ends the file.
     *
     * @param start where the list of members begins
     * @param length of that list
     */
    static byte[] end(List<ZipMember> members, long start, long length) {
        int count = members.size();
        boolean large = count >= 0xffff || start >= ZipMember.LIMIT || length >= ZipMember.LIMIT;
        ByteBuffer end = bytes(large ? 56 + 20 + 22 : 22);
        if (large) {
            end.putInt(0x06064b50)
                    .putLong(44)
                    .putShort(VERSION_64)
                    .putShort(VERSION_64)
                    .putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(length)
                    .putLong(start)
                    .putInt(0x07064b50)
                    .putInt(0)
                    .putLong(start + length)
                    .putInt(1);
        }
        short few = (short) Math.min(count, 0xffff);
        return end.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(few)
                .putShort(few)
                .putInt((int) Math.min(length, ZipMember.LIMIT))
                .putInt((int) Math.min(start, ZipMember.LIMIT))
                .putShort((short) 0)
                .array();
    }

    private static byte[] name(ZipMember member) {
        return member.name().getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer bytes(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
