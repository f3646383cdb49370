package io.exhibit.render;

import io.exhibit.evidence.Sha256;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Prints long tables without layout, in the look of the report, as volumes in PDF/A-3a and PDF/UA-1. One volume is in memory
 * at a time, so that a table of any length takes the same. The same rows give the same bytes.
 */
public final class ListingWriter {

    private static final int ROWS = 10_000;
    private static final int PAGES = 250;

    private final Templates templates;
    private final int mostRows;
    private final int mostPages;

    /** Volumes of up to 10,000 rows and 250 pages, or more for one row that is longer than a page. */
    public ListingWriter(Templates templates) {
        this(templates, ROWS, PAGES);
    }

    ListingWriter(Templates templates, int mostRows, int mostPages) {
        this.templates = templates;
        this.mostRows = mostRows;
        this.mostPages = mostPages;
    }

    /** Writes a volume. */
    @FunctionalInterface
    public interface Print {
        void to(OutputStream out) throws IOException;
    }

    /** Where volumes are put. */
    @FunctionalInterface
    public interface Shelf {
        void put(String file, Print volume) throws IOException;
    }

    /**
     * Prints a listing of a pack.
     *
     * @param content of the pack, for what stands on every page
     * @return its volumes in order; one without rows has one, which says so
     * @throws IOException when {@code shelf} fails
     * @throws IllegalStateException when there are not as many rows as the listing says
     */
    List<Listing.Volume> write(Listing listing, PackContent content, Shelf shelf) throws IOException {
        List<Listing.Volume> volumes = new ArrayList<>();
        try (Fonts fonts = new Fonts(templates)) {
            VisibleText visible = new VisibleText(fonts::shows);
            ListingFrame every = ListingFrame.of(content, templates.paper(), visible);
            Frame frame = new Frame(listing, every, fonts, visible, mostRows, mostPages);
            Iterator<List<String>> rows = listing.rows().iterator();
            long done = 0;
            do {
                Listing.Volume volume = frame.volume(volumes.size() + 1, done, rows, shelf);
                volumes.add(volume);
                done = volume.last();
            } while (rows.hasNext());
            if (done != listing.count()) {
                throw new IllegalStateException(listing.name() + " has " + done + " rows, not " + listing.count());
            }
        }
        return volumes;
    }

    /** What every volume of a listing is printed with. */
    private record Frame(Listing listing, ListingFrame frame, Fonts fonts, VisibleText visible, int rows, int pages) {

        Listing.Volume volume(int number, long before, Iterator<List<String>> left, Shelf shelf) throws IOException {
            String file = file(number);
            List<Listing.Volume> printed = new ArrayList<>();
            shelf.put(file, to -> {
                try (PDDocument document = new PDDocument()) {
                    ListingVolume volume =
                            new ListingVolume(listing, frame, fonts, visible, document, begins(number, before));
                    long last = before;
                    while (left.hasNext() && last < before + rows && !volume.full(pages)) {
                        volume.row(left.next());
                        last++;
                    }
                    Digested out = new Digested(to);
                    volume.write(ends(number, before, last, left.hasNext()), out);
                    out.flush();
                    printed.add(new Listing.Volume(file, before + 1, last, volume.pages(), out.bytes(), out.sha256()));
                }
            });
            return printed.get(0);
        }

        private String begins(int number, long before) {
            return "Volume " + number
                    + (listing.count() == 0
                            ? ": no rows."
                            : ", from row " + Words.count(before + 1) + " of " + Words.count(listing.count()) + " on.");
        }

        private String ends(int number, long before, long last, boolean more) {
            if (last == 0) {
                return "The list is empty.";
            }
            return "Rows " + Words.count(before + 1) + " to " + Words.count(last) + " of "
                    + Words.count(listing.count()) + ". "
                    + (more ? "The list goes on in " + file(number + 1) + "." : "End of the list.");
        }

        private String file(int number) {
            return listing.name() + "-" + number + ".pdf";
        }
    }

    /** Counts and digests what passes. */
    private static final class Digested extends FilterOutputStream {

        private final MessageDigest digest = Sha256.streaming();
        private long bytes;

        Digested(OutputStream out) {
            super(new BufferedOutputStream(out, 1 << 16));
        }

        @Override
        public void write(int b) throws IOException {
            digest.update((byte) b);
            bytes++;
            out.write(b);
        }

        @Override
        public void write(byte[] from, int at, int length) throws IOException {
            digest.update(from, at, length);
            bytes += length;
            out.write(from, at, length);
        }

        long bytes() {
            return bytes;
        }

        String sha256() {
            return Sha256.hex(digest);
        }
    }
}
