package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The hash tree over the log's lines (RFC 6962, section 2.1, SHA-256). */
final class MerkleTree {

    private final List<byte[]> leaves = new ArrayList<>();

    void add(byte[] line) {
        leaves.add(leaf(line));
    }

    int size() {
        return leaves.size();
    }

    byte[] root() {
        return leaves.isEmpty() ? Sha256.streaming().digest() : root(leaves);
    }

    /** The tree head when it had only its first leaves. */
    byte[] root(int size) {
        return size == 0 ? Sha256.streaming().digest() : root(leaves.subList(0, size));
    }

    /** The tree head if that line came next. */
    byte[] rootWith(byte[] line) {
        List<byte[]> more = new ArrayList<>(leaves);
        more.add(leaf(line));
        return root(more);
    }

    /** What proves that a leaf is in the tree (RFC 6962, section 2.1.1), from the bottom up. */
    List<byte[]> inclusion(int index) {
        List<byte[]> path = new ArrayList<>();
        inclusion(index, leaves, path);
        return path;
    }

    private static void inclusion(int index, List<byte[]> hashes, List<byte[]> path) {
        if (hashes.size() == 1) {
            return;
        }
        int split = split(hashes.size());
        if (index < split) {
            inclusion(index, hashes.subList(0, split), path);
            path.add(root(hashes.subList(split, hashes.size())));
        } else {
            inclusion(index - split, hashes.subList(split, hashes.size()), path);
            path.add(root(hashes.subList(0, split)));
        }
    }

    /** What proves that the tree with its first {@code size} leaves is the beginning of this one (RFC 6962, section 2.1.2). */
    List<byte[]> consistency(int size) {
        List<byte[]> path = new ArrayList<>();
        if (size > 0 && size < leaves.size()) {
            consistency(size, leaves, true, path);
        }
        return path;
    }

    private static void consistency(int size, List<byte[]> hashes, boolean known, List<byte[]> path) {
        int n = hashes.size();
        if (size == n) {
            if (!known) {
                path.add(root(hashes));
            }
            return;
        }
        int split = split(n);
        if (size <= split) {
            consistency(size, hashes.subList(0, split), known, path);
            path.add(root(hashes.subList(split, n)));
        } else {
            consistency(size - split, hashes.subList(split, n), false, path);
            path.add(root(hashes.subList(0, split)));
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

    private static byte[] root(List<byte[]> hashes) {
        int n = hashes.size();
        return n == 1 ? hashes.get(0) : node(root(hashes.subList(0, split(n))), root(hashes.subList(split(n), n)));
    }

    /** The largest power of two below n. */
    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }
}
