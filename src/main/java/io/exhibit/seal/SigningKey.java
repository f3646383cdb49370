package io.exhibit.seal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.EnumSet;
import java.util.Set;

/** An Ed25519 key (RFC 8032) in a PKCS#8 PEM file that only its owner can read. */
public final class SigningKey implements Signer {

    /** Its name in RFC 8410, and in what Java has of it. */
    static final String ALGORITHM = "Ed25519";

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** The key of a secret of 32 bytes. Whoever calls it has drawn these from a good source, or wants a key for show. */
    public static SigningKey of(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("an Ed25519 key is made of 32 bytes, not " + secret.length);
        }
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            return new SigningKey(
                    keys.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret)),
                    keys.generatePublic(
                            new EdECPublicKeySpec(NamedParameterSpec.ED25519, EdwardsPoint.ofSecret(secret))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    /** Reads a PKCS#8 PEM file, such as {@code openssl genpkey -algorithm ed25519} writes; refuses one that others can read. */
    public static SigningKey load(Path file) throws IOException {
        try {
            // A disk that does not answer is no key that is not there.
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                throw refused(file, "is no file");
            }
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw refused(file, "can be read by others than its owner; run: chmod 600 " + file);
            }
            byte[] encoded = Pem.decode("PRIVATE KEY", Files.readString(file, StandardCharsets.US_ASCII));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return of(((EdECPrivateKey) key)
                    .getBytes()
                    .orElseThrow(() -> new IllegalArgumentException("the key does not give its bytes")));
        } catch (NoSuchFileException e) {
            throw refused(file, "is not there");
        } catch (GeneralSecurityException | IllegalArgumentException | CharacterCodingException e) {
            throw refused(file, "is not an Ed25519 private key in a PKCS#8 PEM file");
        }
    }

    /** Writes the private key to a new file for its owner only. */
    public void save(Path file) throws IOException {
        save(new Disk(), file);
    }

    void save(Disk disk, Path file) throws IOException {
        byte[] content = Pem.encode("PRIVATE KEY", privateKey.getEncoded()).getBytes(StandardCharsets.US_ASCII);
        try {
            if (!Files.exists(file)) {
                disk.folder(file.toAbsolutePath().getParent());
                disk.writeNew(file, content);
                return;
            }
        } catch (FileAlreadyExistsException e) {
            // Made meanwhile, which is the same as before.
        }
        throw new VaultException(VaultException.Reason.EXISTS, "There is a key at " + file + " already.");
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    /** The same 64 bytes for the same bytes. */
    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs any bytes", e);
        }
    }

    /** Whether that key signed the bytes. */
    static boolean verify(PublicKey key, byte[] message, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static VaultException refused(Path file, String why) {
        return new VaultException(VaultException.Reason.KEY, "The key " + file + " " + why + ".");
    }
}
