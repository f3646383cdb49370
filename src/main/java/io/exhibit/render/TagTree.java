package io.exhibit.render;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What a screen reader goes by: the elements of a document in their order, each with the marks on the pages that are its text
 * (ISO 32000-1, 14.7 and 14.8). The order in which elements are added is the reading order.
 */
final class TagTree {

    private final COSDictionary root = new COSDictionary();
    private final COSDictionary document;
    private final List<COSArray> marks = new ArrayList<>();
    private COSDictionary page;

    TagTree() {
        root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
        document = add(root, "Document");
    }

    COSDictionary document() {
        return document;
    }

    /** An element as the last one within another. */
    COSDictionary add(COSDictionary parent, String type) {
        COSDictionary element = new COSDictionary();
        element.setItem(COSName.S, COSName.getPDFName(type));
        element.setItem(COSName.P, parent);
        within(parent, element);
        return element;
    }

    /** A cell that is the head of its column. */
    COSDictionary addHead(COSDictionary row) {
        COSDictionary head = add(row, "TH");
        COSDictionary attributes = new COSDictionary();
        attributes.setDirect(true);
        attributes.setName(COSName.O, "Table");
        attributes.setName("Scope", "Column");
        head.setItem(COSName.A, attributes);
        return head;
    }

    private static void within(COSDictionary parent, COSBase kid) {
        COSBase kids = parent.getItem(COSName.K);
        if (kids == null) {
            kids = new COSArray();
            kids.setDirect(true);
            parent.setItem(COSName.K, kids);
        }
        ((COSArray) kids).add(kid);
    }

    /** What is marked from now on lies on this page. */
    void on(COSDictionary newPage) {
        page = newPage;
        page.setInt(COSName.STRUCT_PARENTS, marks.size());
        marks.add(new COSArray());
    }

    /** @return the number of a mark on the page, whose text belongs to the element */
    int mark(COSDictionary element) {
        COSArray onPage = marks.get(marks.size() - 1);
        int number = onPage.size();
        onPage.add(element);
        COSBase before = element.getItem(COSName.K);
        if (before == null) {
            element.setItem(COSName.PG, page);
            element.setItem(COSName.K, COSInteger.get(number));
            return number;
        }
        if (before instanceof COSInteger) {
            COSArray kids = new COSArray();
            kids.setDirect(true);
            kids.add(before);
            element.setItem(COSName.K, kids);
        }
        COSDictionary reference = new COSDictionary();
        reference.setDirect(true);
        reference.setName(COSName.TYPE, "MCR");
        reference.setItem(COSName.PG, page);
        reference.setInt(COSName.MCID, number);
        within(element, reference);
        return number;
    }

    void attach(PDDocument to) {
        COSArray numbers = new COSArray();
        for (int i = 0; i < marks.size(); i++) {
            numbers.add(COSInteger.get(i));
            numbers.add(marks.get(i));
        }
        COSDictionary byPage = new COSDictionary();
        byPage.setItem(COSName.NUMS, numbers);
        root.setItem(COSName.PARENT_TREE, byPage);
        root.setInt(COSName.PARENT_TREE_NEXT_KEY, marks.size());
        COSDictionary catalog = to.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
        COSDictionary marked = new COSDictionary();
        marked.setBoolean(COSName.getPDFName("Marked"), true);
        catalog.setItem(COSName.getPDFName("MarkInfo"), marked);
    }
}
