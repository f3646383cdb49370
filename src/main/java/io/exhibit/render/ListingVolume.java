package io.exhibit.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;

/** One volume of a listing while it is drawn: head, table, one row after the other, and at its end where the list goes on. */
final class ListingVolume {

    private static final double PAD = 1.15 * ListingPage.MM;
    private static final double GAP = 2 * ListingPage.MM;
    private static final double NUMBER_GAP = 4 * ListingPage.MM;
    private static final double NEARLY = 30 * ListingPage.MM;
    private static final double HEAVY = 0.9;
    private static final double HAIR = 0.4;

    private final Listing listing;
    private final ListingFrame frame;
    private final Paper paper;
    private final VisibleText visible;
    private final PDDocument document;
    private final SetText set;
    private final TagTree tags = new TagTree();
    private final List<ListingPage> pages = new ArrayList<>();
    private final String title;
    private final COSDictionary body;
    private final List<List<String>> heads = new ArrayList<>();
    private ListingPage page;
    private double top;

    ListingVolume(
            Listing listing, ListingFrame frame, Fonts fonts, VisibleText visible, PDDocument document, String says)
            throws IOException {
        this.listing = listing;
        this.frame = frame;
        this.paper = frame.paper();
        this.visible = visible;
        this.document = document;
        this.set = new SetText(document, fonts);
        this.title = visible.of(listing.title()) + ", " + says;
        begin();
        paragraph("H1", Type.TITLE, visible.of(listing.title()), GAP);
        paragraph("P", Type.LEAD, says, GAP);
        for (String text : listing.says()) {
            paragraph("P", Type.SMALL, visible.of(text), 0);
        }
        top += 2 * GAP;
        COSDictionary table = tags.add(tags.document(), "Table");
        COSDictionary row = tags.add(tags.add(table, "THead"), "TR");
        for (Listing.Column column : listing.columns()) {
            heads.add(set.lines(visible.of(column.head()), Type.HEAD, inside(column)));
        }
        head(row);
        body = tags.add(table, "TBody");
    }

    int pages() {
        return pages.size();
    }

    /** Whether it has so many pages, and the last one hardly room for a row. */
    boolean full(int most) {
        return pages.size() >= most && top + NEARLY > paper.bottom();
    }

    private void begin() throws IOException {
        if (page != null) {
            page.keep();
        }
        page = new ListingPage(document, paper, set, tags);
        pages.add(page);
        top = ListingPage.TOP;
    }

    private void paragraph(String tag, Type type, String text, double after) throws IOException {
        COSDictionary element = tags.add(tags.document(), tag);
        for (String line : set.lines(text, type, paper.right() - paper.left())) {
            if (top + type.leading() > paper.bottom()) {
                begin();
            }
            page.begin(element);
            page.lines(type, List.of(line), paper.left(), top);
            page.end();
            top += type.leading();
        }
        top += after;
    }

    /** The head of the table: once to be read, and on every further page to be seen. */
    private void head(COSDictionary row) {
        int lines = heads.stream().mapToInt(List::size).max().orElseThrow();
        if (row == null) {
            page.beginArtifact();
        }
        double x = paper.left();
        for (int i = 0; i < heads.size(); i++) {
            Listing.Column column = listing.columns().get(i);
            List<String> text = heads.get(i);
            double from = top + (lines - text.size()) * Type.HEAD.leading();
            if (row != null) {
                page.begin(tags.addHead(row));
            }
            if (column.setting() == Listing.Setting.NUMBER) {
                page.numbers(Type.HEAD, text, x + column.width() * ListingPage.MM - NUMBER_GAP, from);
            } else {
                page.lines(Type.HEAD, text, x, from);
            }
            if (row != null) {
                page.end();
            }
            x += column.width() * ListingPage.MM;
        }
        top += lines * Type.HEAD.leading() + ListingPage.MM;
        if (row != null) {
            page.beginArtifact();
        }
        page.rule(Ink.HEAD, top, HEAVY);
        page.end();
        top += HEAVY;
    }

    private static double inside(Listing.Column column) {
        double gap = column.setting() == Listing.Setting.NUMBER ? NUMBER_GAP : GAP;
        return column.width() * ListingPage.MM - gap;
    }

    private static Type type(Listing.Column column) {
        return column.setting() == Listing.Setting.CODE ? Type.CODE : Type.CELL;
    }

    void row(List<String> texts) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        int lines = 1;
        for (int i = 0; i < texts.size(); i++) {
            Listing.Column column = listing.columns().get(i);
            List<String> cell = set.lines(visible.of(texts.get(i)), type(column), inside(column));
            cells.add(cell);
            lines = Math.max(lines, cell.size());
        }
        double leading = Type.CELL.leading();
        if (top + 2 * PAD + lines * leading > paper.bottom()) {
            turn();
        }
        COSDictionary row = tags.add(body, "TR");
        List<COSDictionary> elements = new ArrayList<>();
        cells.forEach(cell -> elements.add(tags.add(row, "TD")));
        int done = 0;
        do {
            int fit = Math.min(lines - done, (int) ((paper.bottom() - top - 2 * PAD) / leading));
            draw(elements, cells, done, done + fit);
            done += fit;
            if (done < lines) {
                turn();
            }
        } while (done < lines);
    }

    private void turn() throws IOException {
        begin();
        head(null);
    }

    private void draw(List<COSDictionary> elements, List<List<String>> cells, int from, int to) {
        double x = paper.left();
        for (int i = 0; i < cells.size(); i++) {
            Listing.Column column = listing.columns().get(i);
            List<String> all = cells.get(i);
            if (from < all.size()) {
                List<String> part = all.subList(from, Math.min(to, all.size()));
                page.begin(elements.get(i));
                if (column.setting() == Listing.Setting.NUMBER) {
                    page.numbers(type(column), part, x + column.width() * ListingPage.MM - NUMBER_GAP, top + PAD);
                } else {
                    page.lines(type(column), part, x, top + PAD);
                }
                page.end();
            }
            x += column.width() * ListingPage.MM;
        }
        top += 2 * PAD + (to - from) * Type.CELL.leading();
        page.beginArtifact();
        page.rule(Ink.HAIR, top - HAIR, HAIR);
        page.end();
    }

    void write(String goesOn, OutputStream out) throws IOException {
        top += GAP;
        paragraph("P", Type.SMALL, goesOn, 0);
        page.keep();
        RunningLines running = new RunningLines(frame, set);
        for (int i = 0; i < pages.size(); i++) {
            running.draw(pages.get(i), i + 1, pages.size());
            pages.get(i).keep();
        }
        set.embed();
        tags.attach(document);
        ListingFile.finish(document, frame, title);
        document.save(out);
    }
}
