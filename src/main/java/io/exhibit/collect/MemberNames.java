package io.exhibit.collect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The member names of the objects that are open: whether one comes twice. Most objects have few, and then they are compared
 * where they stand; those with many, or with names that are spelt with escapes, are kept as texts.
 */
final class MemberNames {

    private static final int FEW = 32;
    private static final int LONGEST = 50_000;

    private final byte[] in;
    private final String[] seen = new String[256];
    private final int[] seenFrom = new int[256];
    private final List<Set<String>> many = new ArrayList<>();
    private int[] first = new int[16];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] hashes = new int[64];
    private int open;
    private int size;
    private int start;
    private int end;
    private boolean plain;
    private int hash;

    MemberNames(byte[] in) {
        this.in = in;
    }

    void open() {
        if (open == first.length) {
            first = Arrays.copyOf(first, 2 * open);
        }
        first[open++] = size;
        many.add(null);
    }

    void close() {
        size = first[--open];
        many.remove(open);
    }

    /**
     * Adds a name to the innermost object.
     *
     * @param ascii whether it is ASCII without escapes
     * @return false when it has it already, or when it is longer than any name
     */
    boolean add(int from, int until, boolean ascii) {
        start = from;
        end = until;
        plain = ascii;
        hash = hash(from, until);
        if (until - from > LONGEST) {
            return false;
        }
        if (many.get(open - 1) == null && ascii && size - first[open - 1] < FEW) {
            return addWhereItStands();
        }
        if (many.get(open - 1) == null) {
            Set<String> texts = new HashSet<>();
            for (int i = first[open - 1]; i < size; i++) {
                texts.add(text(starts[i], ends[i]));
            }
            many.set(open - 1, texts);
        }
        return many.get(open - 1).add(JsonText.decoded(in, from, until));
    }

    private boolean addWhereItStands() {
        for (int i = first[open - 1]; i < size; i++) {
            if (hashes[i] == hash && Arrays.equals(in, starts[i], ends[i], in, start, end)) {
                return false;
            }
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        hashes[size++] = hash;
        return true;
    }

    /** Of a few places only: equal names have equal ones, and most others have not. */
    private int hash(int from, int until) {
        int length = until - from;
        if (length == 0) {
            return 0;
        }
        int middle = in[from + length / 2] << 16 | in[from + length / 4] << 8;
        return (length << 24) + middle + in[from] * 31 + in[until - 1] * 961 + in[from + length * 3 / 4] * 29_791;
    }

    /** The name that was added last; the same text for the same name, where it can be had. */
    String last() {
        if (!plain) {
            return JsonText.decoded(in, start, end);
        }
        int slot = (hash * 0x9E3779B1) >>> 24;
        String known = seen[slot];
        int from = seenFrom[slot];
        if (known == null || !Arrays.equals(in, from, from + known.length(), in, start, end)) {
            known = text(start, end);
            seen[slot] = known;
            seenFrom[slot] = start;
        }
        return known;
    }

    private String text(int from, int until) {
        return new String(in, from, until - from, StandardCharsets.US_ASCII);
    }
}
