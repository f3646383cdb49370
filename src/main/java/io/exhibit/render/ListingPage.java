package io.exhibit.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** One page that is drawn: texts with their marks, rules and running lines without. Places are points from the left and from the top. */
final class ListingPage {

    static final double MM = 72 / 25.4;
    static final double TOP = 27 * MM;

    private static final int DIGITS = 100;

    private final PDDocument document;
    private final SetText set;
    private final TagTree tags;
    private final Paper paper;
    private final PDPage page;
    private final StringBuilder content = new StringBuilder(1 << 15);
    private final COSArray streams = new COSArray();
    private Ink ink;
    private Face face;
    private double size;

    ListingPage(PDDocument document, Paper paper, SetText set, TagTree tags) {
        this.document = document;
        this.paper = paper;
        this.page = new PDPage(new PDRectangle((float) paper.width(), (float) paper.height()));
        this.set = set;
        this.tags = tags;
        page.setResources(set.resources());
        tags.on(page.getCOSObject());
        document.addPage(page);
    }

    /** What is drawn until {@link #end} is the text of an element, or a part of it. */
    void begin(COSDictionary element) {
        content.append('/')
                .append(element.getNameAsString(COSName.S))
                .append(" <</MCID ")
                .append(tags.mark(element))
                .append(">> BDC\n");
    }

    /** What is drawn until {@link #end} is repeated on every page, and no part of the text. */
    void beginArtifact() {
        content.append("/Artifact BMC\n");
    }

    void end() {
        content.append("EMC\n");
    }

    void lines(Type type, List<String> lines, double x, double top) {
        double y = paper.height() - top - type.baseline();
        for (String line : lines) {
            line(type, line, x, y);
            y -= type.leading();
        }
    }

    void numbers(Type type, List<String> lines, double right, double top) {
        double y = paper.height() - top - type.baseline();
        for (String line : lines) {
            line(type, line, right - set.width(line, 0, line.length(), type), y);
            y -= type.leading();
        }
    }

    private void line(Type type, String line, double x, double y) {
        fill(type.ink());
        content.append("BT\n");
        point(x).append(' ');
        point(y).append(" Td\n");
        boolean shown = false;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            SetText.Glyph glyph = set.glyph(type.face(), character);
            if (glyph.face() != face || type.size() != size || !shown) {
                content.append(shown ? "> Tj\n" : "");
                font(glyph.face(), type.size());
                content.append('<');
                shown = true;
            }
            content.append(glyph.code());
            i += Character.charCount(character);
        }
        content.append(shown ? "> Tj\nET\n" : "ET\n");
    }

    private void fill(Ink wanted) {
        if (ink != wanted) {
            content.append(wanted.fill());
            ink = wanted;
        }
    }

    private void font(Face wanted, double points) {
        if (face != wanted || size != points) {
            content.append('/').append(wanted.resource()).append(' ');
            point(points).append(" Tf\n");
            face = wanted;
            size = points;
        }
    }

    /** A rule over the width of the text. */
    void rule(Ink colour, double top, double thickness) {
        fill(colour);
        point(paper.left()).append(' ');
        point(paper.height() - top - thickness).append(' ');
        point(paper.right() - paper.left()).append(' ');
        point(thickness).append(" re f\n");
    }

    /** Hundredths of a point, written the same in every locale. */
    private StringBuilder point(double value) {
        long hundredths = Math.round(value * DIGITS);
        content.append(hundredths / DIGITS);
        long rest = hundredths % DIGITS;
        if (rest != 0) {
            content.append('.').append((char) ('0' + rest / 10));
            if (rest % 10 != 0) {
                content.append((char) ('0' + rest % 10));
            }
        }
        return content;
    }

    /** Puts what was drawn since the last time into the page. */
    void keep() throws IOException {
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
        }
        content.setLength(0);
        content.trimToSize();
        streams.add(stream.getCOSObject());
        page.getCOSObject().setItem(COSName.CONTENTS, streams.size() == 1 ? streams.get(0) : streams);
    }
}
