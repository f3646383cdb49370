package io.exhibit.render.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.exhibit.render.forms.Workbook.Sheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The workbook as a stranger reads it: unzipped, and its parts parsed. */
class WorkbookTest {

    private static final List<String> HOSTILE = List.of(
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-1",
            "@SUM(1)",
            "\t=1",
            "<b>&amp;\"",
            "_x0041_",
            "\u202eevil",
            "a\u0000b\uffff",
            "  kept  ",
            "");

    @TempDir
    private Path folder;

    private static byte[] bytes(List<Sheet> sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Workbook(sheets).write(out);
        return out.toByteArray();
    }

    private static Map<String, Document> parts(byte[] workbook) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Map<String, Document> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
                parts.put(
                        entry.getName(),
                        factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes())));
            }
        }
        return parts;
    }

    @Test
    void everyTextIsATextAndNothingIsComputed() throws Exception {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("what", "many"));
        HOSTILE.forEach(text -> rows.add(List.of(text, 7L)));
        Document sheet = parts(bytes(List.of(new Sheet("Hostile", List.of(20, 10), rows))))
                .get("xl/worksheets/sheet1.xml");

        assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
        NodeList cells = sheet.getElementsByTagName("c");
        List<String> texts = new ArrayList<>();
        for (int i = 2; i < cells.getLength(); i += 2) {
            Element cell = (Element) cells.item(i);
            assertThat(cell.getAttribute("t")).isEqualTo("inlineStr");
            texts.add(cell.getTextContent());
            Element number = (Element) cells.item(i + 1);
            assertThat(number.getAttribute("t")).isEmpty();
            assertThat(number.getTextContent()).isEqualTo("7");
        }
        assertThat(texts)
                .containsExactly(
                        "=cmd|' /C calc'!A0",
                        "+1+1",
                        "-1",
                        "@SUM(1)",
                        " =1",
                        "<b>&amp;\"",
                        "_x005F_x0041_",
                        "\\u{202E}evil",
                        "a\\u{0}b\\u{FFFF}",
                        "  kept  ",
                        "");
    }

    /** Every part has a type, every relationship an end, and every sheet a name. */
    @Test
    void thePartsAreThoseThatAreNamed() throws Exception {
        Sheet one = new Sheet("One", List.of(9), List.of(List.of("a")));
        Sheet two = new Sheet(
                "Two: [of] */?\\ them, with a name of more than is allowed", List.of(9), List.of(List.of("a")));
        Map<String, Document> parts = parts(bytes(List.of(one, two)));

        NodeList types = parts.get("[Content_Types].xml").getElementsByTagName("Override");
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < types.getLength(); i++) {
            typed.add(((Element) types.item(i)).getAttribute("PartName").substring(1));
        }
        assertThat(typed)
                .containsExactlyInAnyOrder(
                        "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml");
        assertThat(parts.keySet()).containsAll(typed);
        NodeList links = parts.get("xl/_rels/workbook.xml.rels").getElementsByTagName("Relationship");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < links.getLength(); i++) {
            assertThat(parts).containsKey("xl/" + ((Element) links.item(i)).getAttribute("Target"));
            ids.add(((Element) links.item(i)).getAttribute("Id"));
        }
        NodeList sheets = parts.get("xl/workbook.xml").getElementsByTagName("sheet");
        for (int i = 0; i < sheets.getLength(); i++) {
            Element sheet = (Element) sheets.item(i);
            assertThat(ids).contains(sheet.getAttribute("r:id"));
            assertThat(sheet.getAttribute("name"))
                    .hasSizeLessThanOrEqualTo(31)
                    .doesNotContainPattern("[\\[\\]:*?/\\\\]");
        }
        assertThat(sheets.getLength()).isEqualTo(2);
    }

    /** A cell that is too long says so, and columns go on behind Z. */
    @Test
    void nothingIsCutWithoutItsCount() throws Exception {
        List<String> wide = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            wide.add("c" + i);
        }
        List<List<?>> rows = List.of(wide, List.of("x".repeat(40_000)));
        Document sheet =
                parts(bytes(List.of(new Sheet("Long", List.of(9), rows)))).get("xl/worksheets/sheet1.xml");
        NodeList cells = sheet.getElementsByTagName("c");
        assertThat(((Element) cells.item(27)).getAttribute("r")).isEqualTo("AB1");
        assertThat(cells.item(30).getTextContent()).hasSize(32_767).endsWith("x [cut: 40000 characters in all]");
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        List<Sheet> sheets = List.of(new Sheet("One", List.of(9), List.of(List.of("a", 1L))));
        assertThat(bytes(sheets)).isEqualTo(bytes(sheets));
    }

    /** On demand: {@code -Dexhibit.soffice=/usr/bin/soffice}; LibreOffice opens it and says what it read. */
    @Test
    void anOfficeProgramReadsTheSame() throws Exception {
        String soffice = System.getProperty("exhibit.soffice", "");
        assumeTrue(!soffice.isEmpty(), "skipped: no office program (-Dexhibit.soffice=PROGRAM)");
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("what", "many"));
        HOSTILE.forEach(text -> rows.add(List.of(text, 7L)));
        Path file = folder.resolve("book.xlsx");
        Files.write(file, bytes(List.of(new Sheet("Hostile", List.of(20, 10), rows))));
        Process office = new ProcessBuilder(
                        soffice,
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String csv;
        try (var files = Files.list(folder)) {
            csv = Files.readString(
                    files.filter(each -> each.toString().endsWith(".csv"))
                            .findFirst()
                            .orElseThrow(),
                    StandardCharsets.UTF_8);
        }
        assertThat(csv.replace("\"", ""))
                .contains(
                        "=cmd|' /C calc'!A0,",
                        "+1+1,",
                        "@SUM(1),",
                        " =1,",
                        "<b>&amp;",
                        "_x0041_,",
                        "\\u{202E}evil,",
                        "  kept  ,");
    }
}
