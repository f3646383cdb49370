package io.exhibit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.disk.Watch;
import io.exhibit.disk.WatchedFileSystem;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningTest {

    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    Path temporary;

    /** RFC 8032, section 7.1, test 2. */
    @Test
    void keyAndSignatureAreThoseOfTheRfc() {
        SigningKey key =
                SigningKey.of(HEX.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        byte[] encoded = key.publicKey().getEncoded();
        assertThat(HEX.formatHex(encoded, encoded.length - 32, encoded.length))
                .isEqualTo("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        assertThat(HEX.formatHex(key.sign(new byte[] {0x72})))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    /** The platform's own arithmetic is the second opinion: it verifies with the key that ours derived. */
    @Test
    void derivedPublicKeyVerifiesWhatItsSecretSigns() throws IOException {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < 50; i++) {
            SigningKey key = SigningKey.of(Sha256.streaming().digest(new byte[] {(byte) i}));
            assertThat(SignedNote.signedBy(key.publicKey(), SignedNote.sign("a/b", tree, key)))
                    .as("secret " + i)
                    .isTrue();
        }
    }

    /** The roots of the reference implementation of RFC 6962 for its eight test leaves. */
    @Test
    void treeHeadsAreThoseOfCertificateTransparency() {
        List<String> leaves = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        List<String> roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        MerkleTree tree = new MerkleTree();
        assertThat(HEX.formatHex(tree.root())).isEqualTo(Sha256.hex(new byte[0]));
        for (int i = 0; i < leaves.size(); i++) {
            tree.add(HEX.parseHex(leaves.get(i)));
            assertThat(HEX.formatHex(tree.root())).isEqualTo(roots.get(i));
        }
    }

    /** The key of the examples of golang.org/x/mod/sumdb/note, which the format comes from. */
    @Test
    void keyIdIsThatOfSignedNotes() {
        byte[] typed = Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        byte[] prefix = HEX.parseHex("302a300506032b6570032100");
        byte[] der = Arrays.copyOf(prefix, 44);
        System.arraycopy(typed, 1, der, 12, 32);
        PublicKey key = Pem.publicKey(Pem.encode("PUBLIC KEY", der));
        assertThat(HEX.formatHex(SignedNote.keyId("PeterNeumann", key))).isEqualTo("c74f20a3");
        assertThat(new KeyFace(key).forCheckpointsOf("PeterNeumann"))
                .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @Test
    void savedKeyIsTheSameKeyAndForItsOwnerOnly() throws IOException {
        SigningKey key = SigningKey.of(new byte[32]);
        Path file = temporary.resolve("keys/exhibit.pem");
        key.save(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.load(file).publicPem()).isEqualTo(key.publicPem());
        assertThatThrownBy(() -> key.save(file)).isInstanceOf(VaultException.class);
    }

    @Test
    void keyThatOthersCanReadIsRefused() throws IOException {
        Path file = temporary.resolve("exhibit.pem");
        SigningKey.of(new byte[32]).save(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SigningKey.load(file)).hasMessageContaining("chmod 600");
    }

    @Test
    void fileThatIsNoKeyIsRefusedInOneSentence() throws IOException {
        Path file = temporary.resolve("exhibit.pem");
        SigningKey.of(new byte[32]).save(file);
        for (String text :
                List.of("", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "\u00e9")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> SigningKey.load(file))
                    .isInstanceOfSatisfying(
                            VaultException.class, e -> assertThat(e.reason()).isEqualTo(VaultException.Reason.KEY));
        }
        assertThatThrownBy(() -> SigningKey.load(temporary.resolve("none.pem"))).hasMessageContaining("is not there");
        Path silent = WatchedFileSystem.path(file, new Watch() {
            @Override
            public void before(String call, Path path) throws IOException {
                throw new FileSystemException(path.toString(), null, "Input/output error");
            }
        });
        assertThatThrownBy(() -> SigningKey.load(silent))
                .as("a disk that does not answer is no key that is not there")
                .isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> Pem.publicKey("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void originThatBreaksTheNoteIsRefused() {
        for (String origin : List.of("", "a b", "a+b", "a\nb", "\u0131", "/a")) {
            assertThatThrownBy(() -> SignedNote.origin(origin)).as(origin).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
