package io.exhibit.seal;

import java.util.Arrays;
import java.util.List;

/** Checks proofs without the tree (RFC 9162, sections 2.1.3.2 and 2.1.4.2, which spell out what RFC 6962 leaves to the reader). */
final class MerkleProof {

    private MerkleProof() {}

    /** Whether the path leads from a leaf's hash, at an index from 0, to the root of a tree of that many leaves. */
    static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long at = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = MerkleTree.node(sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleTree.node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the tree with the older root is the beginning of that with the newer one. */
    static boolean extend(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> path) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize || oldSize == 0) {
            return path.isEmpty()
                    && (oldSize == newSize
                            ? Arrays.equals(oldRoot, newRoot)
                            : Arrays.equals(oldRoot, new MerkleTree().root()));
        }
        boolean whole = Long.bitCount(oldSize) == 1;
        if (!whole && path.isEmpty()) {
            return false;
        }
        long at = oldSize - 1;
        long last = newSize - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        byte[] older = whole ? oldRoot : path.get(0);
        byte[] newer = older;
        for (byte[] sibling : whole ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                older = MerkleTree.node(sibling, older);
                newer = MerkleTree.node(sibling, newer);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                newer = MerkleTree.node(newer, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(older, oldRoot) && Arrays.equals(newer, newRoot);
    }
}
