package io.exhibit.run;

import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Brings a pack out, step by step: the report, the zip, what it was issued with, its leaf in the log, the proof of
 * that. Whoever dies
 * in between goes on with the next bind: until the leaf is there nothing was issued, and from then on all that it needs is.
 */
final class Publication {

    private final Vault vault;
    private final IssueShelf shelf;

    Publication(Vault vault, IssueShelf shelf) {
        this.vault = vault;
        this.shelf = shelf;
    }

    /** What came out. */
    record Published(Path report, Path zip, String sha256) {}

    /** Writes a pack's zip around its report and returns the signed statement. */
    @FunctionalInterface
    interface Zip {
        String write(Path report, OutputStream out) throws IOException;
    }

    /**
     * What a pack was issued with, if it was.
     *
     * @throws PackRefused when the log has it and the folder of packs has not: then it cannot be made again
     */
    Optional<Issued> issued(String pack) throws IOException {
        String sealed = vault.packs().getOrDefault(pack, "");
        Optional<Issued> issued = shelf.issued(pack, !sealed.isEmpty());
        if (!sealed.isEmpty() && !issued.map(Issued::sha256).orElse("").equals(sealed)) {
            throw new PackRefused(
                    PackRefused.Reason.ISSUED,
                    "The pack " + pack + " was issued before (its SHA-256 in the log is " + sealed
                            + "), and the folder of packs does not hold that issue. An issued pack is not replaced;"
                            + " give the folder that it was issued to, or put its files back.");
        }
        return issued;
    }

    /** @param issue that of an earlier bind, or a first one, whose digests are still "" */
    Published publish(Issued issue, IssueShelf.Print report, Zip zip) throws IOException {
        String pack = issue.pack();
        IssueShelf.Printed printed = shelf.report(issue, report);
        AtomicReference<String> statement = new AtomicReference<>();
        IssueShelf.Printed zipped = shelf.zip(issue, out -> statement.set(zip.write(printed.file(), out)));
        if (issue.sha256().isEmpty()) {
            shelf.keep(issue.as(printed.sha256(), zipped.sha256(), statement.get()));
        }
        if (!vault.packs().containsKey(pack)) {
            vault.sealPack(pack, zipped.sha256());
        }
        shelf.proof(pack, vault.proof(pack).orElseThrow());
        return new Published(printed.file(), zipped.file(), zipped.sha256());
    }
}
