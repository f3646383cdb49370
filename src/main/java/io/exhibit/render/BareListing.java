package io.exhibit.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * What a listing costs at least: the same words in the same fonts by PDFBox's own calls, one structure element and one mark for each
 * cell, and the same save; a file ends after 10,000 rows, so that there are fewer of them. No text is measured: lines end after so many characters. There is no
 * head, foot or rule, no metadata and no digest.
 */
final class BareListing {

    private static final int ROWS = 10_000;
    private static final double LETTER = 1.5;
    private static final COSName TD = COSName.getPDFName("TD");

    private final Path file;
    private int pages;
    private long bytes;

    BareListing(Path file) {
        this.file = file;
    }

    int pages() {
        return pages;
    }

    long bytes() {
        return bytes;
    }

    void print(IntFunction<List<String>> rows, int count) throws IOException {
        try (Fonts fonts = new Fonts(Templates.shipped())) {
            for (int from = 0; from < count; from += ROWS) {
                try (PDDocument document = new PDDocument();
                        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    new Volume(document, fonts).print(rows, from, Math.min(count, from + ROWS));
                    document.save(out);
                    pages += document.getNumberOfPages();
                }
                bytes += Files.size(file);
            }
        }
    }

    /** One file. */
    private static final class Volume {

        private final PDDocument document;
        private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);
        private final PDStructureTreeRoot root = new PDStructureTreeRoot();
        private final PDStructureElement table = new PDStructureElement("Table", root);
        private final COSArray byPage = new COSArray();
        private COSArray marks;
        private PDPage page;
        private PDPageContentStream content;
        private double y;

        Volume(PDDocument document, Fonts fonts) throws IOException {
            this.document = document;
            for (Face face : List.of(Face.PLEX, Face.PLEX_MONO)) {
                this.fonts.put(face, PDType0Font.load(document, fonts.font(face), true));
            }
            root.appendKid(table);
        }

        void print(IntFunction<List<String>> rows, int from, int to) throws IOException {
            for (int i = from; i < to; i++) {
                row(rows.apply(i));
            }
            content.close();
            COSDictionary tree = new COSDictionary();
            tree.setItem(COSName.NUMS, byPage);
            root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
            document.getDocumentCatalog().setStructureTreeRoot(root);
        }

        private void row(List<String> cells) throws IOException {
            List<List<String>> texts = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                texts.add(lines(cells.get(i), (int) (ListingBench.COLUMNS.get(i).width() / LETTER)));
            }
            double height = texts.stream().mapToInt(List::size).max().orElseThrow() * Type.CELL.leading()
                    + ListingPage.MM * 2.3;
            if (page == null || y - height < Paper.A4.height() - Paper.A4.bottom()) {
                turn();
            }
            PDStructureElement row = new PDStructureElement("TR", table);
            table.appendKid(row);
            double x = Paper.A4.left();
            for (int i = 0; i < cells.size(); i++) {
                cell(row, texts.get(i), type(i), x);
                x += ListingBench.COLUMNS.get(i).width() * ListingPage.MM;
            }
            y -= height;
        }

        private void cell(PDStructureElement row, List<String> lines, Type type, double x) throws IOException {
            PDStructureElement cell = new PDStructureElement("TD", row);
            row.appendKid(cell);
            cell.setPage(page);
            cell.appendKid(marks.size());
            content.beginMarkedContent(TD, marks.size());
            marks.add(cell.getCOSObject());
            content.beginText();
            content.setFont(fonts.get(type.face()), (float) type.size());
            content.newLineAtOffset((float) x, (float) (y - type.baseline()));
            for (int i = 0; i < lines.size(); i++) {
                if (i > 0) {
                    content.newLineAtOffset(0, (float) -type.leading());
                }
                content.showText(lines.get(i));
            }
            content.endText();
            content.endMarkedContent();
        }

        private static Type type(int column) {
            return ListingBench.COLUMNS.get(column).setting() == Listing.Setting.CODE ? Type.CODE : Type.CELL;
        }

        private static List<String> lines(String text, int most) {
            List<String> lines = new ArrayList<>();
            for (int from = 0; from < text.length(); from += most) {
                lines.add(text.substring(from, Math.min(text.length(), from + most)));
            }
            return lines;
        }

        private void turn() throws IOException {
            if (content != null) {
                content.close();
            }
            page = new PDPage(new PDRectangle((float) Paper.A4.width(), (float) Paper.A4.height()));
            document.addPage(page);
            page.setStructParents(byPage.size() / 2);
            marks = new COSArray();
            byPage.add(COSInteger.get(byPage.size() / 2));
            byPage.add(marks);
            content = new PDPageContentStream(document, page);
            y = Paper.A4.height() - ListingPage.TOP;
        }
    }
}
