package io.exhibit.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * A document as a screen reader has it: the texts in the order of the structure tree; beside it the order in which they lie on
 * each page, which is that of copying.
 */
final class ReadingOrder {

    /** A mark on a page; pages are counted from 1. */
    private record Mark(int page, int number) {}

    private final List<Mark> tree = new ArrayList<>();
    private final List<Mark> pages = new ArrayList<>();
    private final Map<Mark, String> texts = new HashMap<>();
    private final Map<Mark, String> elements = new HashMap<>();
    private final List<String> untagged = new ArrayList<>();

    static ReadingOrder of(PDDocument document) throws IOException {
        ReadingOrder order = new ReadingOrder();
        Map<Object, Integer> numbers = new HashMap<>();
        for (PDPage page : document.getPages()) {
            numbers.put(page.getCOSObject(), numbers.size() + 1);
        }
        order.walk(document.getDocumentCatalog().getStructureTreeRoot(), numbers);
        int number = 0;
        for (PDPage page : document.getPages()) {
            order.read(page, ++number);
        }
        return order;
    }

    private void walk(PDStructureNode node, Map<Object, Integer> numbers) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                walk(element, numbers);
            } else if (kid instanceof Integer id) {
                PDStructureElement element = (PDStructureElement) node;
                add(numbers.get(element.getPage().getCOSObject()), id, element);
            } else if (kid instanceof PDMarkedContentReference reference) {
                PDStructureElement element = (PDStructureElement) node;
                PDPage page = reference.getPage() == null ? element.getPage() : reference.getPage();
                add(numbers.get(page.getCOSObject()), reference.getMCID(), element);
            }
        }
    }

    private void add(int page, int number, PDStructureElement element) {
        Mark mark = new Mark(page, number);
        tree.add(mark);
        elements.put(mark, element.getStructureType());
    }

    private void read(PDPage page, int number) throws IOException {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.setSuppressDuplicateOverlappingText(false);
        extractor.processPage(page);
        for (PDMarkedContent content : extractor.getMarkedContents()) {
            if ("Artifact".equals(content.getTag())) {
                continue;
            }
            String text = text(content);
            if (content.getMCID() < 0) {
                untagged.add("page " + number + ": " + text);
                continue;
            }
            Mark mark = new Mark(number, content.getMCID());
            pages.add(mark);
            texts.put(mark, text);
        }
    }

    private static String text(PDMarkedContent content) {
        return content.getContents().stream()
                .map(part -> part instanceof TextPosition position
                        ? position.getUnicode()
                        : part instanceof PDMarkedContent inner ? text(inner) : "")
                .collect(Collectors.joining());
    }

    /** Every text in the order of the tree. */
    List<String> texts() {
        return tree.stream().map(mark -> texts.getOrDefault(mark, "")).toList();
    }

    /** The texts of each page in the order of the tree, with page and element: "page 2 TD 111122223333". */
    List<String> treeByPage() {
        return tree.stream()
                .sorted(Comparator.comparingInt(Mark::page))
                .map(this::said)
                .toList();
    }

    /** The texts of each page in the order in which they lie there. */
    List<String> pages() {
        return pages.stream().map(this::said).toList();
    }

    private String said(Mark mark) {
        return "page " + mark.page() + " " + elements.getOrDefault(mark, "no element") + " "
                + texts.getOrDefault(mark, "no text");
    }

    /** What is neither in the tree nor marked as no part of the text; and marks that two elements claim. */
    List<String> lost() {
        List<String> lost = new ArrayList<>(untagged);
        Set<Mark> seen = new HashSet<>();
        tree.stream()
                .filter(mark -> !seen.add(mark))
                .map(mark -> "twice: " + said(mark))
                .forEach(lost::add);
        pages.stream()
                .filter(mark -> !seen.contains(mark))
                .map(mark -> "unread: " + said(mark))
                .forEach(lost::add);
        return lost;
    }
}
