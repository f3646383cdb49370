package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A screen reader goes by the structure tree: it must hear the whole report, in the order in which it was written. */
@OneJdk
final class PackReadingOrderTest {

    /** Of the page and not of its text. */
    private static final Set<String> RUNNING = Set.of("headleft", "headright", "footleft", "footright");

    /** Room for the number of a page, which the pages as text do not have. */
    private static final int FAR = 3;

    private static final Set<String> UNREAD = Set.of("head", "svg", "bookmarks");

    @Test
    void screenReaderHearsTheReportInTheOrderInWhichItWasWritten() throws IOException {
        List<String> written = new ArrayList<>();
        collect(
                PdfPages.document(new PackRenderer(Templates.shipped()).text(SamplePack.content()))
                        .getDocumentElement(),
                written);
        try (PDDocument document = Loader.loadPDF(RenderedSample.pdf())) {
            ReadingOrder order = ReadingOrder.of(document);
            String heard = squeezed(String.join("", order.texts()));

            assertThat(order.lost()).isEmpty();
            assertThat(written).hasSizeGreaterThan(1_000);
            int at = 0;
            for (String text : written) {
                int found = heard.indexOf(text, at);
                assertThat(found)
                        .as(text + ", after " + heard.substring(Math.max(0, at - 80), at))
                        .isBetween(at, at + FAR);
                at = found + text.length();
            }
        }
    }

    private static void collect(Node node, List<String> texts) {
        if (node instanceof Element element
                && (UNREAD.contains(element.getTagName()) || RUNNING.contains(element.getAttribute("id")))) {
            return;
        }
        if (node.getNodeType() == Node.TEXT_NODE) {
            String text = squeezed(node.getNodeValue());
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        for (Node kid = node.getFirstChild(); kid != null; kid = kid.getNextSibling()) {
            collect(kid, texts);
        }
    }

    /** Without spaces, for lines are broken; in small letters, for the cover has capitals. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "").toLowerCase(Locale.ROOT);
    }
}
