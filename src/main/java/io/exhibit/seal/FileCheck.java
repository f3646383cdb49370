package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Checks single files against what was sealed. */
record FileCheck(Holding holding, List<Discrepancy> found) {

    /**
     * Whether a file is there as it was sealed.
     *
     * @param bytes -1 where only the digest is known
     */
    boolean isSealed(String name, long bytes, String sha256) throws IOException {
        if (!holding.has(name)) {
            report(Code.FILE_MISSING, name, "It was sealed and is not there.");
            return false;
        }
        String digest = holding.digest(name);
        if (!digest.equals(sha256) || bytes >= 0 && holding.size(name) != bytes) {
            report(Code.DIGEST_DIFFERS, name, "Sealed with SHA-256 " + sha256 + ", found " + digest + ".");
            return false;
        }
        return true;
    }

    /** Whether a file is larger than one of its kind can be, so that nothing of it is read. */
    boolean isTooLarge(String name, long most) throws IOException {
        boolean large = holding.has(name) && holding.size(name) > most;
        if (large) {
            report(Code.TOO_LARGE, name, "A record has at most " + most + " bytes.");
        }
        return large;
    }

    /** The whole of a file that is there as it was sealed. */
    Optional<byte[]> content(String name, String sha256, long most) throws IOException {
        return isTooLarge(name, most) || !isSealed(name, -1, sha256)
                ? Optional.empty()
                : Optional.of(holding.content(name, most));
    }

    void report(Code code, String file, String says) {
        found.add(new Discrepancy(code, file, says));
    }
}
