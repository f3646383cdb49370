package io.exhibit.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * The layout marks the background and the border of every box as an artifact (ISO 32000-1, 14.8.2.2), also where it draws none, with
 * a dictionary of its own that says where the box lies. Of a report's objects these were seven in ten. They are taken out, page by
 * page as the pages are drawn.
 */
final class EmptyMarks {

    private static final byte[] BEGIN = bytes("/Artifact /Prop");
    private static final byte[] END = bytes(" BDC\nEMC\n");

    private final PDDocument document;

    /** The page that is being drawn. */
    private PDPage last;

    EmptyMarks(PDDocument document) {
        this.document = document;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A new last page. The one before it is drawn by now, and rid of its empty marks: those of all pages were a quarter of what printing held. */
    PDPage page(float width, float height) {
        try {
            finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        COSDictionary resources = new COSDictionary();
        COSDictionary marks = new Marks();
        marks.setDirect(true);
        resources.setItem(COSName.PROPERTIES, marks);
        PDPage page = new PDPage(new PDRectangle(width, height));
        page.setResources(new PDResources(resources));
        document.addPage(page);
        last = page;
        return page;
    }

    /** Whatever is added is new: PDFBox would compare each mark with all others of its page, which takes longer than drawing. */
    private static final class Marks extends COSDictionary {

        @Override
        public boolean containsValue(Object value) {
            return false;
        }
    }

    /** Takes out those of the last page: it is drawn, too. */
    void finish() throws IOException {
        if (last == null) {
            return;
        }
        COSDictionary marks = last.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
        byte[] drawn;
        try (InputStream in = last.getContents()) {
            drawn = in.readAllBytes();
        }
        Iterator<PDStream> before = last.getContentStreams();
        PDStream kept = new PDStream(document);
        try (OutputStream out = kept.createOutputStream(COSName.FLATE_DECODE)) {
            without(drawn, marks).writeTo(out);
        }
        last.setContents(kept);
        // The document would hold them until it is closed.
        while (before.hasNext()) {
            before.next().getCOSObject().close();
        }
        last = null;
    }

    /** PDFBox writes each operator as a line, and no string has a line's end in it, so that a mark can only be at a line's begin. */
    private static ByteArrayOutputStream without(byte[] drawn, COSDictionary marks) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(drawn.length);
        for (int line = 0; line < drawn.length; ) {
            int end = line + BEGIN.length;
            if (is(BEGIN, drawn, line)) {
                while (end < drawn.length && drawn[end] >= '0' && drawn[end] <= '9') {
                    end++;
                }
                if (is(END, drawn, end)) {
                    int name = line + "/Artifact /".length();
                    marks.removeItem(
                            COSName.getPDFName(new String(drawn, name, end - name, StandardCharsets.US_ASCII)));
                    line = end + END.length;
                    continue;
                }
            }
            int next = line;
            while (next < drawn.length && drawn[next] != '\n') {
                next++;
            }
            next = Math.min(drawn.length, next + 1);
            kept.write(drawn, line, next - line);
            line = next;
        }
        return kept;
    }

    private static boolean is(byte[] wanted, byte[] drawn, int at) {
        if (at + wanted.length > drawn.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (drawn[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
