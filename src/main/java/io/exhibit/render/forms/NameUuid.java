package io.exhibit.render.forms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Version 5 UUIDs (RFC 9562, section 5.5), so that the same pack has the same ones. The JDK makes version 3 alone, which OSCAL refuses. */
final class NameUuid {

    /** Ours; a name space has no meaning but to be one. */
    private static final UUID SPACE = UUID.fromString("5d0f1c3a-7e7b-4c36-9f0a-2b61c8a4e9d1");

    private NameUuid() {}

    static String of(String... name) {
        return of(SPACE, String.join("\n", name)).toString();
    }

    static UUID of(UUID space, String name) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(space.getMostSignificantBits())
                .putLong(space.getLeastSignificantBits());
        ByteBuffer hash = ByteBuffer.wrap(sha1(bytes.array(), name.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & ~0xf000L | 0x5000L;
        long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(byte[] space, byte[] name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(space);
            return sha1.digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
