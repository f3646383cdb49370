package io.exhibit.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;

/**
 * Lets a screen reader hear the head of a table once, where the table begins. The layout draws it on every page that the table
 * goes on to, on most of them twice at the same spot, and tags each drawing as the text of the one head. Here the second
 * drawing is taken away, and what a later page repeats becomes a pagination artifact (ISO 32000-1, 14.8.2.2). A caption,
 * which the layout tags beside its table and after it, becomes the first child of the table (table 337).
 */
final class RepeatedHeads {

    /** A text of an element within a head. */
    private record Mark(COSDictionary element, COSBase kid, int number) {}

    private final Map<COSDictionary, List<Mark>> byPage = new IdentityHashMap<>();
    /** What each element shows on the first page where it shows something. */
    private final Map<COSDictionary, Set<String>> first = new IdentityHashMap<>();

    private RepeatedHeads() {}

    static void mend(PDDocument document) throws IOException {
        COSDictionary root =
                document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        RepeatedHeads heads = new RepeatedHeads();
        heads.walk(root, false);
        heads.leaveWhatIsDrawnOnce();
        PDNumberTreeNode tree =
                document.getDocumentCatalog().getStructureTreeRoot().getParentTree();
        Map<Integer, COSObjectable> parents = tree.getNumbers();
        if (parents == null) {
            throw new IOException("the layout wrote a parent tree of several levels, whose marks cannot be taken back");
        }
        for (PDPage page : document.getPages()) {
            List<Mark> marks = heads.byPage.get(page.getCOSObject());
            if (marks != null) {
                Set<Integer> numbers = marks.stream().map(Mark::number).collect(Collectors.toSet());
                heads.mend(new MarkedTexts(document, page, numbers), marks, (COSArray)
                        parents.get(page.getStructParents()).getCOSObject());
            }
        }
    }

    /** Most pages have no other heads, and need not be read. */
    private void leaveWhatIsDrawnOnce() {
        Map<COSDictionary, Integer> drawings = new IdentityHashMap<>();
        byPage.values().forEach(marks -> marks.forEach(mark -> drawings.merge(mark.element(), 1, Integer::sum)));
        byPage.values().forEach(marks -> marks.removeIf(mark -> drawings.get(mark.element()) == 1));
        byPage.values().removeIf(List::isEmpty);
    }

    private void walk(COSDictionary element, boolean inHead) {
        String type = element.getNameAsString(COSName.S, "");
        COSBase kids = element.getDictionaryObject(COSName.K);
        boolean head = inHead || type.equals("THead");
        if (kids instanceof COSArray array) {
            captionsIntoTables(array);
            for (int i = 0; i < array.size(); i++) {
                kid(element, array.getObject(i), head);
            }
        } else {
            kid(element, kids, head);
        }
    }

    private void kid(COSDictionary element, COSBase kid, boolean head) {
        if (kid instanceof COSDictionary dictionary && dictionary.containsKey(COSName.S)) {
            walk(dictionary, head);
        } else if (head && kid instanceof COSInteger number) {
            mark(element.getCOSDictionary(COSName.PG), new Mark(element, kid, number.intValue()));
        } else if (head && kid instanceof COSDictionary reference && reference.containsKey(COSName.MCID)) {
            COSDictionary page = reference.getCOSDictionary(COSName.PG);
            mark(
                    page == null ? element.getCOSDictionary(COSName.PG) : page,
                    new Mark(element, kid, reference.getInt(COSName.MCID)));
        }
    }

    private void mark(COSDictionary page, Mark mark) {
        byPage.computeIfAbsent(page, none -> new ArrayList<>()).add(mark);
    }

    private static void captionsIntoTables(COSArray kids) {
        for (int i = kids.size() - 1; i > 0; i--) {
            if (kids.getObject(i) instanceof COSDictionary caption
                    && kids.getObject(i - 1) instanceof COSDictionary table
                    && "Caption".equals(caption.getNameAsString(COSName.S))
                    && "Table".equals(table.getNameAsString(COSName.S))
                    && table.getDictionaryObject(COSName.K) instanceof COSArray parts) {
                kids.remove(i);
                parts.add(0, caption);
                caption.setItem(COSName.P, table);
            }
        }
    }

    private void mend(MarkedTexts page, List<Mark> marks, COSArray parents) throws IOException {
        Map<COSDictionary, Set<String>> here = new IdentityHashMap<>();
        Map<COSDictionary, Set<String>> drawn = new IdentityHashMap<>();
        for (Mark mark : marks) {
            Optional<MarkedTexts.Text> text = page.text(mark.number());
            if (text.isEmpty()) {
                continue;
            }
            Set<String> before = first.get(mark.element());
            if (!drawn.computeIfAbsent(mark.element(), none -> new HashSet<>())
                    .add(text.get().drawn())) {
                page.remove(mark.number());
                unread(mark, parents);
            } else if (before == null) {
                here.computeIfAbsent(mark.element(), none -> new HashSet<>())
                        .add(text.get().shown());
            } else if (before.contains(text.get().shown())) {
                // What the first page does not show is no repeat: the rest of a head that broke over two pages.
                page.paginate(mark.number());
                unread(mark, parents);
            }
        }
        first.putAll(here);
        page.write();
    }

    private static void unread(Mark mark, COSArray parents) {
        ((COSArray) mark.element().getDictionaryObject(COSName.K)).remove(mark.kid());
        parents.set(mark.number(), COSNull.NULL);
    }
}
