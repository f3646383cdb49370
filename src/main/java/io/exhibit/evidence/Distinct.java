package io.exhibit.evidence;

import java.util.Arrays;

/**
 * Tells keys apart by 64-bit hashes, 8 to 16 bytes each: a million of them fit into a few megabytes. That two of a million
 * share a hash has a chance of one in thirty million.
 */
public final class Distinct {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] slots = new long[16];
    private int size;

    /** @param parts of a key; two keys are the same when all of their parts are */
    public static long hash(String... parts) {
        long hash = FNV_OFFSET;
        for (String part : parts) {
            hash = add(hash, part);
        }
        // FNV leaves its upper bits uneven; this finishing step is that of splitmix64.
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }

    /** @return whether it is new */
    public boolean add(long hash) {
        if (2 * size >= slots.length) {
            long[] old = slots;
            slots = new long[2 * old.length];
            Arrays.stream(old).filter(h -> h != 0).forEach(this::put);
        }
        boolean fresh = put(hash);
        size += fresh ? 1 : 0;
        return fresh;
    }

    /** Whether it was added; a hash is what {@link #hash} made. */
    public boolean contains(long hash) {
        return slots[slot(hash)] == hash;
    }

    public int size() {
        return size;
    }

    private boolean put(long hash) {
        int slot = slot(hash);
        boolean free = slots[slot] == 0;
        slots[slot] = hash;
        return free;
    }

    private int slot(long hash) {
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * FNV_PRIME;
        }
        return (sum ^ 0xFFFF) * FNV_PRIME;
    }
}
