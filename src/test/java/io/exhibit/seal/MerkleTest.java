package io.exhibit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hash trees and their proofs, against the vectors of RFC 6962's reference implementation and against themselves. */
class MerkleTest {

    /** The leaves of the Certificate Transparency project's own tests, in hexadecimal. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** The heads of the trees of the first 0 to 8 of them. */
    private static final List<String> HEADS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void headsAreThoseOfTheReferenceImplementation() {
        MerkleTree tree = new MerkleTree();
        List<String> heads = new ArrayList<>(List.of(HexFormat.of().formatHex(tree.root())));
        for (String leaf : LEAVES) {
            tree.add(HexFormat.of().parseHex(leaf));
            heads.add(HexFormat.of().formatHex(tree.root()));
        }
        assertThat(heads).isEqualTo(HEADS);
        for (int n = 0; n <= LEAVES.size(); n++) {
            assertThat(HexFormat.of().formatHex(tree.root(n))).isEqualTo(HEADS.get(n));
        }
    }

    /** A check asks for the head before each change of the key; with all of them anew that would be 450 million hashes. */
    @Test
    @Timeout(60)
    void headsOfAllBeginningsTakeAFewHashesEach() {
        MerkleTree whole = new MerkleTree();
        for (int n = 0; n < 30_000; n++) {
            whole.add(line(n));
        }
        MerkleTree growing = new MerkleTree();
        for (int n = 0; n < 30_000; n++) {
            assertThat(whole.root(n)).isEqualTo(growing.root());
            byte[] next = growing.rootWith(line(n));
            growing.add(line(n));
            assertThat(growing.root()).isEqualTo(next);
        }
    }

    @Test
    void everyLeafOfEveryTreeUpTo128IsProvedAndNothingElse() {
        MerkleTree tree = new MerkleTree();
        int proofs = 0;
        for (int n = 1; n <= 128; n++) {
            tree.add(line(n - 1));
            byte[] root = tree.root();
            for (int i = 0; i < n; i++, proofs++) {
                List<byte[]> path = tree.inclusion(i);
                byte[] leaf = MerkleTree.leaf(line(i));
                assertThat(MerkleProof.includes(leaf, i, n, path, root)).isTrue();
                assertThat(MerkleProof.includes(leaf, (i + 1) % n, n, path, root))
                        .as("another index")
                        .isEqualTo(n == 1);
                assertThat(MerkleProof.includes(MerkleTree.leaf(line(n)), i, n, path, root))
                        .isFalse();
                assertThat(MerkleProof.includes(leaf, i, n, longer(path), root)).isFalse();
                if (!path.isEmpty()) {
                    int bit = (i * 31 + n) % (256 * path.size());
                    assertThat(MerkleProof.includes(leaf, i, n, flipped(path, bit), root))
                            .isFalse();
                    assertThat(MerkleProof.includes(leaf, i, n, path.subList(0, path.size() - 1), root))
                            .isFalse();
                }
            }
        }
        assertThat(proofs).isEqualTo(128 * 129 / 2);
    }

    @Test
    void everyTreeUpTo64IsProvedToBeginEveryLongerOneAndNoOther() {
        MerkleTree tree = new MerkleTree();
        List<byte[]> roots = new ArrayList<>(List.of(tree.root()));
        for (int n = 1; n <= 64; n++) {
            tree.add(line(n - 1));
            roots.add(tree.root());
            for (int m = 0; m <= n; m++) {
                List<byte[]> path = tree.consistency(m);
                assertThat(MerkleProof.extend(m, roots.get(m), n, roots.get(n), path))
                        .as(m + " in " + n)
                        .isTrue();
                assertThat(MerkleProof.extend(m, roots.get((m + 1) % n), n, roots.get(n), path))
                        .as("another beginning than " + m + " in " + n)
                        .isEqualTo((m + 1) % n == m);
                assertThat(MerkleProof.extend(m, roots.get(m), n, roots.get(n - 1), path))
                        .as("every log begins with an empty one")
                        .isEqualTo(m == 0);
                assertThat(MerkleProof.extend(m, roots.get(m), n, roots.get(n), longer(path)))
                        .isFalse();
                if (!path.isEmpty()) {
                    int bit = (m * 31 + n) % (256 * path.size());
                    assertThat(MerkleProof.extend(m, roots.get(m), n, roots.get(n), flipped(path, bit)))
                            .isFalse();
                }
            }
            assertThat(MerkleProof.extend(n + 1, roots.get(n), n, roots.get(n), List.of()))
                    .isFalse();
        }
    }

    private static byte[] line(int n) {
        return ("leaf " + n).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static List<byte[]> longer(List<byte[]> path) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(new byte[32]);
        return longer;
    }

    private static List<byte[]> flipped(List<byte[]> path, int bit) {
        List<byte[]> flipped = new ArrayList<>(path);
        byte[] hash = flipped.get(bit / 256).clone();
        hash[bit % 256 / 8] ^= (byte) (1 << bit % 8);
        flipped.set(bit / 256, hash);
        return flipped;
    }
}
