package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.OneJdk;
import io.exhibit.assessment.Period;
import io.exhibit.cli.bench.BenchVault;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.render.HostileNames;
import io.exhibit.render.Standards;
import io.exhibit.render.forms.Rfc4180;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.DemoBook;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.HostileDesk;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * A whole night of an organization in which every free text is an attack: AWS's answers and the entity's own book, collected,
 * sealed, judged and bound.
 */
@OneJdk
class HostileOrganizationTest {

    private static final List<String> WORDS =
            HostileNames.ALL.stream().filter(HostileDesk::isWritable).toList();
    /** What people write in a book, and what the pack prints of it. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?m)^( *(?:- )?(?:entity|reason|approver|owner|ticket|description|note): |    name: )[^>|].*$");

    @TempDir
    private static Path folder;

    private static long put;
    private static Path report;
    private static final Map<String, byte[]> FILES = new TreeMap<>();

    @BeforeAll
    static void bind() throws IOException {
        SandboxOptions options = SandboxOptions.defaults().withNow(DemoMonth.FIRST_RUN);
        Path book = folder.resolve("organization");
        DemoBook.write(book, options);
        hostile(book);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        try (Sandbox sandbox = Sandbox.start(options);
                HostileDesk desk = new HostileDesk(sandbox.endpoint(), WORDS);
                BenchVault vault = new BenchVault(
                        SettingsReader.defaults(folder)
                                .withOrganization(book)
                                .withEndpoint(desk.endpoint())
                                .withParallel(4),
                        desk.endpoint(),
                        false,
                        new Console(nowhere, nowhere, false))) {
            vault.assess(vault.collect());
            PackRun.Bound pack =
                    vault.bind(new Period(DemoMonth.MONTH.atDay(1), DemoMonth.MONTH.atDay(1), vault.zone()));
            put = desk.put();
            report = pack.file();
            files(pack.zip().orElseThrow());
        }
    }

    @AfterAll
    static void forget() {
        FILES.clear();
    }

    private static void hostile(Path book) throws IOException {
        int[] next = {0};
        try (Stream<Path> files = Files.walk(book)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String text = WRITTEN.matcher(Files.readString(file))
                        .replaceAll(line ->
                                Matcher.quoteReplacement(line.group(1) + quoted(WORDS.get(next[0]++ % WORDS.size()))));
                Files.writeString(file, text);
            }
        }
    }

    /** A text in JSON is one in YAML too. */
    private static String quoted(String word) {
        try {
            return new ObjectMapper().writeValueAsString(word);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void files(Path zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (name.startsWith("data/") && !name.startsWith("data/vault/")) {
                    FILES.put(name, in.readAllBytes());
                }
            }
        }
    }

    @Test
    void hostileWordsReachThePack() throws IOException {
        assertThat(put).isGreaterThan(400);
        String text = printed();
        assertThat(text)
                .contains("<script>alert(1)</script>", "${7*7}<#assignx=1>${x?api}", "file:///etc/passwd")
                .contains("λόγοςΕλληνικά", "Кирилица", "日本語の名前")
                .doesNotContain("\u202e", "\u200b", "\u2066");
    }

    /** The characters of the report, without what is between words. */
    private static String printed() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report.toFile())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
        }
    }

    @Test
    void theReportForABrowserRunsNothingOfIt() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document page = factory.newDocumentBuilder().parse(new ByteArrayInputStream(FILES.get("data/report.html")));
        NodeList all = page.getElementsByTagName("*");
        int scripts = 0;
        for (int i = 0; i < all.getLength(); i++) {
            scripts += all.item(i).getNodeName().equals("script") ? 1 : 0;
            for (int a = 0; a < all.item(i).getAttributes().getLength(); a++) {
                String attribute = all.item(i).getAttributes().item(a).getNodeName();
                assertThat(attribute).doesNotStartWith("on");
            }
        }
        assertThat(scripts).isEqualTo(1);
    }

    @Test
    void noCellOfAListIsAFormula() {
        int cells = 0;
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            if (file.getKey().endsWith(".csv")) {
                for (List<String> row : Rfc4180.parse(new String(file.getValue(), StandardCharsets.UTF_8))) {
                    assertThat(row).as(file.getKey()).noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r].*"));
                    cells += row.size();
                }
            }
        }
        assertThat(cells).isGreaterThan(1_000);
    }

    /** Half a minute. */
    @Test
    @EnabledIfSystemProperty(named = "exhibit.hostile", matches = "all")
    void theReportConformsToBothStandards() throws Exception {
        byte[] pdf = Files.readAllBytes(report);
        assertThat(Standards.failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Standards.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }
}
