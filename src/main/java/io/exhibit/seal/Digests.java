package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Digests of files. */
final class Digests {

    private Digests() {}

    /** Of a whole file, in constant memory. */
    static String hex(Path file) throws IOException {
        MessageDigest digest = Sha256.streaming();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Sha256.hex(digest);
    }
}
