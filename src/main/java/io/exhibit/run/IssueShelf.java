package io.exhibit.run;

import io.exhibit.assessment.Keeping;
import io.exhibit.deliver.FileDigest;
import io.exhibit.deliver.NotDelivered;
import io.exhibit.seal.Beside;
import io.exhibit.seal.Checkpoint;
import io.exhibit.seal.DurableFolder;
import io.exhibit.seal.Statement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The folder of bound packs: each pack's zip, its report as a PDF for those who only read, and what it was issued with
 * ({@code NAME.issue.json}), so that it can be made again as the same bytes. A draft lies there as {@code NAME.draft.pdf}, without an issue.
 */
public final class IssueShelf {

    private final DurableFolder folder;
    private final String book;
    private final Beside beside;

    /** @param book digest of the book that packs are judged by */
    public IssueShelf(Path folder, String book) {
        this(folder, book, Beside.NONE);
    }

    /** @param beside where what packs were issued with lies too, so that another machine can make them again */
    public IssueShelf(Path folder, String book, Beside beside) {
        this.folder = new DurableFolder(folder);
        this.book = book;
        this.beside = beside;
    }

    /** A printed pack. */
    record Printed(Path file, String sha256) {}

    /** Writes a PDF. */
    @FunctionalInterface
    interface Print {
        void to(OutputStream out) throws IOException;
    }

    /** A new issue, as of now. */
    Issued begun(Edition edition, Instant at, Checkpoint checkpoint, List<Keeping> keepings) {
        if (checkpoint == null) {
            throw new PackRefused(
                    PackRefused.Reason.EMPTY,
                    "The log of the vault is empty: nothing was collected yet. Run: exhibit collect");
        }
        return new Issued(
                edition.pack(),
                edition.number(),
                at,
                book,
                checkpoint.origin(),
                checkpoint.size(),
                checkpoint.root(),
                checkpoint.note(),
                "",
                "",
                "",
                Statement.UNSTAMPED,
                "",
                KeepingJson.text(keepings),
                edition.reason(),
                Optional.empty());
    }

    /**
     * What a pack was issued with, or was to be when the process died.
     *
     * @param logged whether the log has the pack, so that it was issued
     * @throws PackRefused when that was with another book, or cannot be read
     */
    Optional<Issued> issued(String pack, boolean logged) throws IOException {
        Path file = folder.path().resolve(IssueFile.name(pack));
        if (!Files.exists(file)) {
            Optional<byte[]> kept = beside.read(IssueFile.name(pack));
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            folder.write(IssueFile.name(pack), kept.get());
        }
        Issued issued = IssueFile.read(file, pack, logged);
        if (!issued.book().equals(book)) {
            String with = " on " + issued.at() + " with another book (mappings or organization)";
            throw new PackRefused(
                    PackRefused.Reason.ISSUED,
                    logged
                            ? "The pack " + pack + " was issued" + with + ". An issued pack is not replaced; to print"
                                    + " it again, give the mappings and the organization's book of that day. What"
                                    + " this book would say is shown with --draft."
                            : "The pack " + pack + " was begun" + with
                                    + ", and was not issued: the log does not have it. To end it, give the mappings"
                                    + " and the organization's book of that day. To bind it anew,"
                                    + " delete " + file + ".");
        }
        return Optional.of(issued);
    }

    /** Prints the report; that of a pack that was issued before must come out the same. */
    Printed report(Issued issue, Print print) throws IOException {
        return print(issue.pack() + ".pdf", issue.report(), print);
    }

    /**
     * Prints a volume of a long list of a pack, or of a draft; its digest is in the report. It lies apart until the report has come
     * out, so that one that must come out the same and does not leaves what was issued as it is.
     */
    void listing(String pack, boolean draft, String name, Print print) throws IOException {
        new DurableFolder(unsettled(pack, draft)).write(name, print::to, any -> {});
    }

    /** Forgets volumes whose report never came out. */
    void beginListings(String pack, boolean draft) throws IOException {
        DurableFolder.clear(unsettled(pack, draft));
    }

    /** Puts the volumes in their place, now that the report is there; what an earlier printing left goes. */
    Path settleListings(String pack, boolean draft) throws IOException {
        Path place = listings(pack, draft);
        DurableFolder.replace(unsettled(pack, draft), place);
        return place;
    }

    private Path unsettled(String pack, boolean draft) {
        Path place = listings(pack, draft);
        return place.resolveSibling(place.getFileName() + ".new");
    }

    /** The folder in which these lie. */
    private Path listings(String pack, boolean draft) {
        return folder.path().resolve(pack + (draft ? ".draft" : "") + ".listings");
    }

    /** Writes the zip; that of a pack that was issued before must come out the same. */
    Printed zip(Issued issue, Print print) throws IOException {
        return print(issue.pack() + ".zip", issue.sha256(), print);
    }

    /** Prints, over an earlier draft if there is one. */
    Printed draft(String pack, Print print) throws IOException {
        return print(pack + ".draft.pdf", "", print);
    }

    private Printed print(String name, String expected, Print print) throws IOException {
        String sha256 = folder.write(name, print::to, found -> {
            if (!expected.isEmpty() && !expected.equals(found)) {
                throw new PackRefused(
                        PackRefused.Reason.ISSUED,
                        name + " does not come out as the bytes that were issued (SHA-256 " + expected + ", now "
                                + found + "). The issued file was left as it is; to print it again, take the"
                                + " settings and the version of Exhibit that it was issued with.");
            }
        });
        return new Printed(folder.path().resolve(name), sha256);
    }

    /** Lays beside a pack what proves that the log has it; one that lies there is as good as it was. */
    Path proof(String pack, String proof) throws IOException {
        String name = pack + ".tlog-proof";
        Path file = folder.path().resolve(name);
        if (!Files.exists(file)) {
            folder.write(name, proof.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    Path folder() {
        return folder.path();
    }

    /**
     * The files of an issued pack that a receiver gets: the report, the zip and the proof, as they were issued.
     *
     * @param sealed SHA-256 of the zip as the log has it
     * @throws NotDelivered when one of them is not here, or is another one by now
     */
    List<Path> parcel(String pack, String sealed, String proof) throws IOException {
        Path issue = folder.path().resolve(IssueFile.name(pack));
        if (!Files.exists(issue)) {
            throw missing(pack, issue);
        }
        String report = IssueFile.read(issue, pack, true).report();
        return List.of(same(pack, pack + ".pdf", report), same(pack, pack + ".zip", sealed), proof(pack, proof));
    }

    private Path same(String pack, String name, String sha256) throws IOException {
        Path file = folder.path().resolve(name);
        if (!Files.exists(file)) {
            throw missing(pack, file);
        }
        String found = FileDigest.of(file);
        if (!found.equals(sha256)) {
            throw new NotDelivered(
                    NotDelivered.Reason.REFUSED,
                    file + " is not what was issued (SHA-256 " + sha256 + ", now " + found
                            + "): somebody changed it. Nothing was sent. Move it away and bind the pack again (exhibit pack); it"
                            + " comes out as it was.");
        }
        return file;
    }

    private static NotDelivered missing(String pack, Path file) {
        return new NotDelivered(
                NotDelivered.Reason.REFUSED,
                file + " is not there, so " + pack
                        + " cannot be handed over. Put it back from a copy; a report or a zip"
                        + " comes out again when the pack is bound again (exhibit pack).");
    }

    /**
     * The secret of which the salts of a masked pack are made; a new one is there, for the owner alone, before anything is printed by it.
     *
     * @param fresh draws one
     * @throws PackRefused when the pack was issued and its secret is gone: it can neither be made again nor disclose a value
     */
    byte[] secret(Issued issue, Supplier<byte[]> fresh) throws IOException {
        String name = issue.pack() + ".secret";
        Path file = folder.path().resolve(name);
        Optional<byte[]> kept = Files.exists(file) ? Optional.empty() : beside.read(name);
        if (kept.isPresent()) {
            folder.writeSecret(name, kept.get());
        } else if (!Files.exists(file)) {
            if (!issue.sha256().isEmpty()) {
                throw new PackRefused(
                        PackRefused.Reason.ISSUED,
                        "The secret of the masked pack " + issue.pack() + ", " + name
                                + ", is not in the folder of packs: without it the pack cannot be made again, and no value"
                                + " of it disclosed. Put it back.");
            }
            byte[] drawn = fresh.get();
            beside.keep(name, drawn);
            folder.writeSecret(name, drawn);
        }
        return Files.readAllBytes(file);
    }

    /** Keeps what a pack was issued with. */
    void keep(Issued issue) throws IOException {
        beside.keep(IssueFile.name(issue.pack()), IssueFile.text(issue));
        folder.write(IssueFile.name(issue.pack()), IssueFile.text(issue));
    }
}
