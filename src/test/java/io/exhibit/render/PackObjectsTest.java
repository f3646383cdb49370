package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What lies in the file beside the text. */
@OneJdk
final class PackObjectsTest {

    private static PDDocument document;

    @BeforeAll
    static void open() throws IOException {
        document = Loader.loadPDF(RenderedSample.pdf());
    }

    @AfterAll
    static void close() throws IOException {
        document.close();
    }

    @Test
    void nothingInTheFileActsOrPointsOutside() {
        Set<String> types = new TreeSet<>();
        for (var key : document.getDocument().getXrefTable().keySet()) {
            COSBase object = document.getDocument().getObjectFromPool(key).getObject();
            if (object instanceof COSDictionary dictionary) {
                dictionary.keySet().forEach(name -> types.add(name.getName()));
                types.add("/S " + dictionary.getNameAsString(COSName.S));
            }
        }
        assertThat(types)
                .hasSizeGreaterThan(50)
                .doesNotContain("JS", "JavaScript", "OpenAction", "AA", "URI", "Launch", "RichMedia", "XFA")
                .doesNotContain("/S JavaScript", "/S Launch", "/S URI", "/S GoToR", "/S SubmitForm", "/S ImportData");
    }

    @Test
    void onlyTheGivenFilesAreAttached() throws IOException {
        var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();

        assertThat(files).containsOnlyKeys("assessment.json");
        PDComplexFileSpecification file = files.get("assessment.json");
        assertThat(file.getEmbeddedFile().toByteArray())
                .isEqualTo("{\"sample\": true}".getBytes(StandardCharsets.UTF_8));
        assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Data");
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        Set<String> names = new HashSet<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                names.add(font.getName());
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
        assertThat(names)
                .anyMatch(name -> name.endsWith("IBMPlexSans-Regular"))
                .anyMatch(name -> name.contains("NotoSansJP"));
    }

    @Test
    void noMarkIsEmptyAndEachThatIsLeftSaysWhatItIs() throws IOException {
        for (PDPage page : document.getPages()) {
            String drawn;
            try (InputStream in = page.getContents()) {
                drawn = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
            Set<String> used = Pattern.compile("(?m)^/Artifact /(Prop[0-9]+) BDC$")
                    .matcher(drawn)
                    .results()
                    .map(mark -> mark.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> said = new TreeSet<>();
            page.getResources().getPropertiesNames().forEach(name -> said.add(name.getName()));

            assertThat(drawn).doesNotContainPattern("(?m)^/Artifact /Prop[0-9]+ BDC\nEMC$");
            assertThat(said).isEqualTo(used);
        }
    }

    @Test
    void datesAreTheInstantOfIssue() {
        assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                .isEqualTo(Instant.parse("2026-11-01T06:12:31Z"));
        assertThat(document.getDocumentInformation().getTitle())
                .contains("EH-2026-10")
                .contains("Example Health, Inc.");
    }

    @Test
    void unitsAreBookmarked() {
        Set<String> titles = new HashSet<>();
        for (var section : document.getDocumentCatalog().getDocumentOutline().children()) {
            titles.add(section.getTitle());
            section.children().forEach(unit -> titles.add(unit.getTitle()));
        }
        assertThat(titles).contains("2 Summary", "164.312(d) Person or entity authentication", "13 Index");
    }
}
