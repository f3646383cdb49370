package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets nothing be read that is not what was sealed. */
final class Fixity {

    private final Holding holding;
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    Fixity(Holding holding) {
        this.holding = holding;
    }

    /** The whole content of a record. */
    byte[] content(String file, String sha256) throws IOException {
        present(file, sha256);
        byte[] content = holding.content(file);
        same(file, sha256, Sha256.hex(content));
        return content;
    }

    /** A file that is then read in pieces: as a whole, once for as long as the vault is open. */
    void check(String file, String sha256) throws IOException {
        if (!checked.contains(file)) {
            present(file, sha256);
            same(file, sha256, holding.digest(file));
            checked.add(file);
        }
    }

    private void present(String file, String sha256) throws IOException {
        if (!holding.has(file)) {
            throw new FixityException(file, "", sha256, "no file");
        }
    }

    private static void same(String file, String sha256, String found) throws FixityException {
        if (!found.equals(sha256)) {
            throw new FixityException(file, "", sha256, found);
        }
    }
}
