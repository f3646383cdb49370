package io.exhibit.console.packs;

import io.exhibit.console.page.Unavailable;
import io.exhibit.run.ComparedPacks;
import io.exhibit.seal.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Packs as files, and what is done with them. */
public interface PackDesk {

    /** What there is of a pack. */
    enum Form {
        /** The report that was issued. */
        REPORT(".pdf", "application/pdf"),
        /** The report with all that it rests on. */
        ZIP(".zip", "application/zip"),
        /** The report of a draft that waits for its approval. */
        DRAFT(".draft.pdf", "application/pdf");

        private final String ending;
        private final String type;

        Form(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        public String ending() {
            return ending;
        }

        String type() {
            return type;
        }
    }

    /** The file, when the folder of packs has it. @param pack name of a pack that the log has, or of a draft */
    Optional<Path> file(String pack, Form form);

    /**
     * Prints a draft of a month so far; nothing is issued or sealed.
     *
     * @throws Unavailable with a sentence when there is nothing to print, or a draft that waits for approval lies in its place
     */
    Path draw(YearMonth month) throws IOException;

    /** The draft of a month, when one was printed. */
    Optional<Path> drawn(YearMonth month);

    /** The report for a browser, out of the zip. */
    byte[] page(String pack) throws IOException;

    /** What exhibit verify says of the zip, with the public half of the log's own key. */
    List<Step> verify(String pack) throws IOException;

    /**
     * Issues the draft of a pack and hands it over.
     *
     * @param seen SHA-256 of the draft that was looked at
     * @return what came of it, a sentence
     */
    String approve(String pack, String approver, String reason, String seen) throws IOException;

    /** Hands over now what is owed of a pack. @return what came of it, a sentence */
    String deliver(String pack) throws IOException;

    /**
     * Two packs side by side.
     *
     * @param olderDigest SHA-256 of the zips that were read, and whether the log has them so
     * @param book what the book of the newer one says otherwise, in words
     * @param bookNote a sentence in the place of these, or ""
     */
    record Comparison(
            ComparedPacks packs,
            String olderDigest,
            boolean olderAsLogged,
            String newerDigest,
            boolean newerAsLogged,
            List<String> book,
            String bookNote) {}

    /** From the two zips alone. @throws Unavailable when one of them is not there or says nothing for programs */
    Comparison compare(String older, String newer) throws IOException;

    /**
     * Issues the newest issue of a period once more, of what the log holds by now and by the book as it is now; where packs are approved its
     * draft is drawn up and waits.
     *
     * @param reason which the cover prints
     * @return what came of it, a sentence
     */
    String reissue(String pack, String reason) throws IOException;
}
