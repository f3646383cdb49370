package io.exhibit.evaluate;

import io.exhibit.assessment.Item;
import java.util.Arrays;

/**
 * Counts distinct items by a 64-bit hash of target and key, 8 to 16 bytes each: a million items of a month fit into a few
 * megabytes. That two of a million share a hash has a chance of one in thirty million.
 */
final class Distinct {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] slots = new long[1024];
    private int size;

    static long hash(Item item) {
        long hash = add(FNV_OFFSET, item.target().account());
        hash = add(hash, item.target().region());
        hash = add(hash, item.key());
        // FNV leaves its upper bits uneven; this finishing step is that of splitmix64.
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }

    void add(long hash) {
        if (2 * size >= slots.length) {
            long[] old = slots;
            slots = new long[2 * old.length];
            Arrays.stream(old).filter(h -> h != 0).forEach(this::put);
        }
        if (put(hash)) {
            size++;
        }
    }

    boolean contains(long hash) {
        return slots[slot(hash)] == hash;
    }

    int size() {
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
