package io.exhibit.console.door;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificate and the key of a server, as PEM files (RFC 7468) have them.
 *
 * @param certificate the server's own first, then those that lead to one that browsers know
 * @param key its private key in PKCS#8, for its owner and at most a group to read
 */
public record TlsFiles(Path certificate, Path key) {

    private static final Pattern PRIVATE =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private static final Set<PosixFilePermission> TOO_MUCH = EnumSet.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** How keys sign, by their algorithm. */
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "Ed25519", "Ed25519", "EdDSA", "EdDSA");

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    /**
     * Both, for a server.
     *
     * @throws IOException with a sentence when they are not there, not readable, readable for everybody, or of two different keys
     */
    public KeyStore load() throws IOException {
        List<X509Certificate> chain = chain();
        PrivateKey secret = secret(chain.get(0).getPublicKey().getAlgorithm());
        try {
            if (!belong(secret, chain.get(0).getPublicKey())) {
                throw new IOException("The key " + key + " is not that of the certificate " + certificate + ".");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("console", secret, new char[0], chain.toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException("The key " + key + " and the certificate " + certificate
                    + " cannot be used together (" + e.getMessage() + ").");
        }
    }

    /** The certificates, the server's own first. */
    List<X509Certificate> chain() throws IOException {
        try {
            List<X509Certificate> chain = new ArrayList<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(text(certificate).getBytes(StandardCharsets.US_ASCII)))
                    .forEach(each -> chain.add((X509Certificate) each));
            if (chain.isEmpty()) {
                throw new IOException("The file " + certificate + " has no certificate in PEM.");
            }
            return chain;
        } catch (GeneralSecurityException e) {
            throw new IOException("The file " + certificate + " is no PEM file of certificates.");
        }
    }

    private PrivateKey secret(String algorithm) throws IOException {
        String pem = text(key);
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(key);
            if (permissions.stream().anyMatch(TOO_MUCH::contains)) {
                throw new IOException(
                        "The key " + key + " can be read by everybody, or written by others; run: chmod 600 " + key);
            }
        }
        Matcher found = PRIVATE.matcher(pem);
        if (!found.find()) {
            throw new IOException(
                    "The file " + key + " has no private key in PKCS#8 (BEGIN PRIVATE KEY), or has it with a"
                            + " password. Make one of it: openssl pkcs8 -topk8 -nocrypt -in " + key + " -out NEW");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(found.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The file " + key + " has no key of the kind that the certificate " + certificate
                    + " has (" + algorithm + ").");
        }
    }

    private static boolean belong(PrivateKey secret, PublicKey open) throws GeneralSecurityException {
        String how = SIGNATURES.getOrDefault(open.getAlgorithm(), open.getAlgorithm());
        byte[] text = {1, 2, 3};
        Signature signature = Signature.getInstance(how);
        signature.initSign(secret);
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(open);
        signature.update(text);
        return signature.verify(signed);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file + ".");
        } catch (CharacterCodingException e) {
            throw new IOException("The file " + file + " is no PEM file.");
        }
    }

    /** Until when browsers take it: the first end in the chain. */
    public Instant until() throws IOException {
        return chain().stream()
                .map(each -> each.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** From when on. */
    public Instant from() throws IOException {
        return chain().stream()
                .map(each -> each.getNotBefore().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** Which of these names the certificate is not for. */
    public List<String> unnamed(Collection<String> names) throws IOException {
        Set<String> own = Set.copyOf(names(chain().get(0)));
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name ->
                        !own.contains(name) && !own.contains("*" + name.substring(Math.max(0, name.indexOf('.')))))
                .toList();
    }

    private List<String> names(X509Certificate own) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = own.getSubjectAlternativeNames();
            for (List<?> each : all == null ? List.<List<?>>of() : all) {
                if (Set.of(DNS, ADDRESS).contains(each.get(0))) {
                    names.add(each.get(1).toString().toLowerCase(Locale.ROOT));
                }
            }
        } catch (CertificateParsingException e) {
            throw new IOException("The names in the certificate " + certificate + " cannot be read.");
        }
        return names;
    }

    /** When either was written last: a renewed one counts from then on. */
    FileTime written() throws IOException {
        FileTime one = Files.getLastModifiedTime(certificate);
        FileTime other = Files.getLastModifiedTime(key);
        return one.compareTo(other) > 0 ? one : other;
    }
}
