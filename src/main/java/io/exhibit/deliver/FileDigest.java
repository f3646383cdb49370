package io.exhibit.deliver;

import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;

/** SHA-256 of what can be large. */
public final class FileDigest {

    private FileDigest() {}

    /** In hexadecimal; the file is streamed. */
    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /** Reads to the end and closes nothing. */
    static String of(InputStream in) throws IOException {
        DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.streaming());
        in.transferTo(digest);
        return Sha256.hex(digest.getMessageDigest());
    }
}
