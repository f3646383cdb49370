package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets nothing be read that is not what was sealed. */
final class Fixity {

    private final Layout layout;
    private final Set<Path> checked = ConcurrentHashMap.newKeySet();

    Fixity(Layout layout) {
        this.layout = layout;
    }

    /** The whole content of a small file. */
    byte[] content(Path file, String sha256) throws IOException {
        present(file, sha256);
        byte[] content = Files.readAllBytes(file);
        same(file, sha256, Sha256.hex(content));
        return content;
    }

    /** A file that is then read in pieces: as a whole, once for as long as the vault is open. */
    void check(Path file, String sha256) throws IOException {
        if (!checked.contains(file)) {
            present(file, sha256);
            same(file, sha256, Digests.hex(file));
            checked.add(file);
        }
    }

    private void present(Path file, String sha256) throws FixityException {
        if (!Files.exists(file)) {
            throw new FixityException(layout.name(file), "", sha256, "no file");
        }
    }

    private void same(Path file, String sha256, String found) throws FixityException {
        if (!found.equals(sha256)) {
            throw new FixityException(layout.name(file), "", sha256, found);
        }
    }
}
