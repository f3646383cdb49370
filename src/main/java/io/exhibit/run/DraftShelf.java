package io.exhibit.run;

import io.exhibit.assessment.Release;
import io.exhibit.seal.DurableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Drafts that wait for the approval of a named person: {@code NAME.draft.pdf}, and with what it was drawn up ({@code NAME.draft.json}). They
 * stay when the pack is issued: the approval in the log is about the digest of that PDF.
 */
final class DraftShelf {

    private final DurableFolder folder;
    private final String book;

    /** @param book digest of the book that packs are judged by */
    DraftShelf(Path folder, String book) {
        this.folder = new DurableFolder(folder);
        this.book = book;
    }

    Path file(String pack) {
        return folder.path().resolve(pack + ".draft.pdf");
    }

    private Path drawn(String pack) {
        return folder.path().resolve(pack + ".draft.json");
    }

    /**
     * With what a draft was drawn up; its report is the draft's PDF.
     *
     * @throws PackRefused when that was with another book, or cannot be read
     */
    Optional<Issued> read(String pack) throws IOException {
        if (!Files.exists(drawn(pack))) {
            return Optional.empty();
        }
        Issued draft = IssueFile.draft(drawn(pack), pack);
        if (!draft.book().equals(book)) {
            throw new PackRefused(
                    PackRefused.Reason.ISSUED,
                    "The draft of " + pack + " was drawn up on " + draft.at() + " with another book (mappings or"
                            + " organization). It is not approved by itself with this one: " + anew(pack));
        }
        return Optional.of(draft);
    }

    /**
     * What somebody looks at to approve it, or did, is not written over by a draft of the days so far.
     *
     * @throws PackRefused when such a draft is there
     */
    void requireNone(String pack) throws PackRefused {
        if (Files.exists(drawn(pack))) {
            throw new PackRefused(
                    PackRefused.Reason.ISSUED,
                    file(pack) + " is the draft of " + pack + " that was drawn up to be approved, and is not written"
                            + " over. For a draft beside it, as the vault and the book are now, name another folder: --out.");
        }
    }

    /** The approval that the log has of a draft. */
    static Optional<Release> approval(Issued draft, List<Release> releases) {
        return releases.stream()
                .filter(release -> release.pack().equals(draft.pack())
                        && release.draft().equals(draft.report())
                        && release.size() == draft.size())
                .findFirst();
    }

    /**
     * Prints a draft. One that was drawn up before must come out as the same bytes: what is approved is what was shown.
     *
     * @throws PackRefused when it does not
     */
    Issued print(Issued draft, IssueShelf.Print print) throws IOException {
        String name = file(draft.pack()).getFileName().toString();
        String sha256 = folder.write(name, print::to, found -> {
            if (!draft.report().isEmpty() && !draft.report().equals(found)) {
                throw new PackRefused(
                        PackRefused.Reason.ISSUED,
                        "The draft of " + draft.pack() + " would not come out as it was shown (SHA-256 "
                                + draft.report()
                                + ", now " + found + "): the templates, the settings or the version of Exhibit changed"
                                + " since. Nothing was approved or issued. " + anew(draft.pack()));
            }
        });
        Issued drawn = draft.as(sha256, "", "");
        if (draft.report().isEmpty()) {
            folder.write(drawn(draft.pack()).getFileName().toString(), IssueFile.text(drawn));
        }
        return drawn;
    }

    private String anew(String pack) {
        return "To draw it up anew, delete " + drawn(pack)
                + " and bind it again (exhibit pack); then it is to be looked at" + " again.";
    }
}
