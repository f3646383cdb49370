package io.exhibit.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.LogMessageId;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Lays XHTML out as the pages of a document in PDF/A-3a and PDF/UA-1. It fetches nothing, and fails when a text has no font. */
final class PdfPages {

    /** Complaints that change nothing on the page. */
    private static final Set<LogMessageId> HARMLESS = Set.of();

    private PdfPages() {}

    static void lay(String xhtml, Fonts fonts, String producer, PDDocument into) throws IOException {
        List<String> complaints = new ArrayList<>();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(into)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(SrgbProfile.bytes())
                .withProducer(producer)
                .withW3cDocument(document(xhtml), null)
                .useUnicodeLineBreaker(new LineBreaks())
                .useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withDiagnosticConsumer(diagnostic -> note(diagnostic, complaints));
        for (Face face : fonts.needed()) {
            PDType0Font font = PDType0Font.load(into, fonts.font(face), true);
            builder.useFont(new PDFontSupplier(font), face.family(), face.weight(), FontStyle.NORMAL, true);
        }
        try (BatikSVGDrawer drawer = new BatikSVGDrawer();
                PdfBoxRenderer renderer = builder.useSVGDrawer(drawer).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
        if (!complaints.isEmpty()) {
            throw new IOException("the pages could not be laid out: " + String.join("; ", complaints));
        }
    }

    private static void note(Diagnostic diagnostic, List<String> complaints) {
        boolean grave = diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
        boolean noFont = diagnostic.getLogMessageId() == LogMessageId.LogMessageId0Param.RENDER_FONT_LIST_IS_EMPTY;
        if (noFont || grave && !HARMLESS.contains(diagnostic.getLogMessageId())) {
            complaints.add(diagnostic.getFormattedMessage());
        }
    }

    static Document document(String xhtml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (SAXException e) {
            throw new IOException("the templates do not give well-formed XHTML: " + e.getMessage(), e);
        }
    }
}
