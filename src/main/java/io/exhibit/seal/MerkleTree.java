package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash tree over the log's lines (RFC 6962, section 2.1, SHA-256). The heads of all subtrees that are full are kept, so that a
 * head of any of its beginnings takes a few hashes.
 */
final class MerkleTree {

    /** Heads of the full subtrees over 1, 2, 4 … leaves, from left to right. */
    private final List<List<byte[]>> heads = new ArrayList<>(List.of(new ArrayList<>()));

    void add(byte[] line) {
        byte[] head = leaf(line);
        for (int height = 0; ; height++) {
            List<byte[]> row = heads.get(height);
            row.add(head);
            if (row.size() % 2 == 1) {
                return;
            }
            head = node(row.get(row.size() - 2), head);
            if (height + 1 == heads.size()) {
                heads.add(new ArrayList<>());
            }
        }
    }

    int size() {
        return heads.get(0).size();
    }

    byte[] root() {
        return root(size());
    }

    /** The tree head when it had only its first leaves. */
    byte[] root(int size) {
        return size == 0 ? Sha256.streaming().digest() : root(0, size);
    }

    /** The tree head if that line came next. */
    byte[] rootWith(byte[] line) {
        byte[] head = leaf(line);
        int full = size();
        for (int height = 0; full > 0; height++, full /= 2) {
            // The subtrees that are full and not part of a larger one, from the smallest on: each lies left of what
            // follows.
            head = full % 2 == 1 ? node(heads.get(height).get(full - 1), head) : head;
        }
        return head;
    }

    /** What proves that a leaf is in the tree (RFC 6962, section 2.1.1), from the bottom up. */
    List<byte[]> inclusion(int index) {
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size(), path);
        return path;
    }

    private void inclusion(int index, int from, int n, List<byte[]> path) {
        if (n == 1) {
            return;
        }
        int split = split(n);
        if (index < split) {
            inclusion(index, from, split, path);
            path.add(root(from + split, n - split));
        } else {
            inclusion(index - split, from + split, n - split, path);
            path.add(root(from, split));
        }
    }

    /** What proves that the tree with its first {@code size} leaves is the beginning of this one (RFC 6962, section 2.1.2). */
    List<byte[]> consistency(int size) {
        List<byte[]> path = new ArrayList<>();
        if (size > 0 && size < size()) {
            consistency(size, 0, size(), true, path);
        }
        return path;
    }

    private void consistency(int size, int from, int n, boolean known, List<byte[]> path) {
        if (size == n) {
            if (!known) {
                path.add(root(from, n));
            }
            return;
        }
        int split = split(n);
        if (size <= split) {
            consistency(size, from, split, known, path);
            path.add(root(from + split, n - split));
        } else {
            consistency(size - split, from + split, n - split, false, path);
            path.add(root(from, split));
        }
    }

    static byte[] leaf(byte[] line) {
        MessageDigest digest = Sha256.streaming();
        digest.update((byte) 0);
        return digest.digest(line);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.streaming();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** The head over some leaves; where these are as many as a power of two, they begin at a multiple of it. */
    private byte[] root(int from, int n) {
        if (Integer.bitCount(n) == 1) {
            return heads.get(Integer.numberOfTrailingZeros(n)).get(from / n);
        }
        int split = split(n);
        return node(root(from, split), root(from + split, n - split));
    }

    /** The largest power of two below n. */
    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }
}
