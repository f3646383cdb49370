package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The hash tree over the log's lines (RFC 6962, section 2.1, SHA-256). */
final class MerkleTree {

    private final List<byte[]> leaves = new ArrayList<>();

    void add(byte[] line) {
        MessageDigest digest = Sha256.streaming();
        digest.update((byte) 0);
        leaves.add(digest.digest(line));
    }

    int size() {
        return leaves.size();
    }

    byte[] root() {
        return leaves.isEmpty() ? Sha256.streaming().digest() : root(leaves);
    }

    private static byte[] root(List<byte[]> hashes) {
        int n = hashes.size();
        if (n == 1) {
            return hashes.get(0);
        }
        int split = Integer.highestOneBit(n - 1);
        MessageDigest digest = Sha256.streaming();
        digest.update((byte) 1);
        digest.update(root(hashes.subList(0, split)));
        return digest.digest(root(hashes.subList(split, n)));
    }
}
