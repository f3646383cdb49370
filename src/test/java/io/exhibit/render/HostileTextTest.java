package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Spell;
import io.exhibit.assessment.TestResult;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Whatever the evidence says, it is printed as text and changes nothing else on the page. */
final class HostileTextTest {

    private static final int STRINGS = 1_500;
    private static final String KEY = "~key";
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "${7*7}",
            "<#assign x=1>",
            "]]>",
            "<!--",
            "</td>",
            "<b>",
            "&amp;",
            "&#x0;",
            "\\u{",
            "{",
            "}",
            "%00",
            "=1+1",
            "\r\n",
            "\t",
            "\u0000",
            "\ufffe",
            "\uffff",
            "\u202e",
            "\ud800",
            "\udc00");

    @Test
    void anyTextComesOutAsItself() throws IOException {
        List<String> texts = texts();
        try (Fonts fonts = new Fonts(Templates.shipped())) {
            VisibleText visible = new VisibleText(fonts::shows);
            Set<String> cells = cells(PdfPages.document(xhtml(texts, fonts)));

            assertThat(texts).allSatisfy(text -> assertThat(cells).contains(visible.of(text) + KEY));
        }
    }

    @Test
    void noTextMakesOrMovesAnElement() throws IOException {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < STRINGS; i++) {
            plain.add("plain " + i);
        }
        try (Fonts fonts = new Fonts(Templates.shipped())) {
            assertThat(elements(PdfPages.document(xhtml(texts(), fonts))))
                    .isEqualTo(elements(PdfPages.document(xhtml(plain, fonts))));
        }
    }

    /** No two are the same: findings that say the same of the same item are one row. */
    private static List<String> texts() {
        Random random = new Random(20261124);
        Set<String> texts = new LinkedHashSet<>();
        while (texts.size() < STRINGS) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(12);
            for (int i = 0; i < length; i++) {
                text.append(
                        random.nextBoolean()
                                ? PIECES.get(random.nextInt(PIECES.size()))
                                : String.valueOf((char) random.nextInt(0x10000)));
            }
            texts.add(text.toString());
        }
        return List.copyOf(texts);
    }

    static String xhtml(List<String> texts, Fonts fonts) throws IOException {
        PackContent sample = SamplePack.small();
        PeriodAssessment period = sample.assessment();
        List<TestResult> tests = new ArrayList<>(period.tests());
        TestResult first = tests.get(0);
        tests.add(new TestResult(
                first.assertion(),
                first.counted(),
                1,
                1,
                0,
                texts.stream().map(HostileTextTest::history).toList(),
                List.of(),
                ""));
        PackContent content = new PackContent(
                new PeriodAssessment(
                        period.book(),
                        period.period(),
                        period.bookChanges(),
                        period.days(),
                        period.controls(),
                        tests,
                        period.documents()),
                sample.runs(),
                sample.runDigests(),
                sample.sources(),
                sample.issue(),
                sample.log(),
                sample.simulated(),
                sample.endpoint(),
                sample.tool(),
                sample.digests(),
                sample.notes(),
                sample.attachments(),
                sample.books());
        return new PackRenderer(Templates.shipped()).xhtml(content, fonts);
    }

    private static History history(String text) {
        LocalDate day = LocalDate.parse("2026-10-09");
        return new History(
                "IAM-01",
                Target.global("111122223333"),
                KEY,
                Item.State.DEVIATES,
                day,
                false,
                day,
                List.of(new Spell(day, null)),
                null,
                text,
                "");
    }

    private static Set<String> cells(Document document) {
        NodeList found = document.getElementsByTagNameNS("*", "td");
        Set<String> cells = new HashSet<>();
        for (int i = 0; i < found.getLength(); i++) {
            cells.add(found.item(i).getTextContent());
        }
        return cells;
    }

    private static TreeMap<String, Integer> elements(Document document) {
        NodeList found = document.getElementsByTagName("*");
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < found.getLength(); i++) {
            counts.merge(
                    found.item(i).getNodeName() + " "
                            + found.item(i).getAttributes().getLength(),
                    1,
                    Integer::sum);
        }
        return counts;
    }
}
