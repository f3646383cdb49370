package io.exhibit.render;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Lays XHTML out as the pages of a document in PDF/A-3a and PDF/UA-1. It fetches nothing, and fails when a text has no font. */
final class PdfPages {

    static {
        XRLog.setLoggerImpl(new Silence());
    }

    private PdfPages() {}

    static void lay(Document xhtml, Fonts fonts, String producer, PDDocument into) throws IOException {
        lay(xhtml, fonts, Optional.empty(), producer, into);
    }

    /** @param logo the one picture that a page may show */
    static void lay(Document xhtml, Fonts fonts, Optional<Logo> logo, String producer, PDDocument into)
            throws IOException {
        List<String> complaints = new ArrayList<>();
        EmptyMarks marks = new EmptyMarks(into);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(into)
                .usePageSupplier((document, width, height, page, shadow) -> marks.page(width, height))
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(SrgbProfile.bytes())
                .withProducer(producer)
                .withW3cDocument(xhtml, null)
                .useUnicodeLineBreaker(new LineBreaks())
                .useUriResolver((base, uri) -> uri.startsWith("#") || uri.equals(Logo.ADDRESS) ? uri : null)
                .useProtocolsStreamImplementation(address -> picture(logo, address), "logo")
                .useExternalResourceAccessControl(
                        (uri, type) -> logo.isPresent() && Logo.ADDRESS.equals(uri),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> logo.isPresent() && Logo.ADDRESS.equals(uri),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withDiagnosticConsumer(diagnostic -> note(diagnostic, complaints));
        for (Face face : fonts.needed()) {
            PDType0Font font = PDType0Font.load(into, fonts.font(face), true);
            builder.useFont(new PDFontSupplier(font), face.family(), face.weight(), FontStyle.NORMAL, true);
        }
        try (BatikSVGDrawer drawer = new BatikSVGDrawer();
                PdfBoxRenderer renderer = builder.useSVGDrawer(drawer).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            marks.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!complaints.isEmpty()) {
            throw new IOException("the pages could not be laid out: " + String.join("; ", complaints));
        }
    }

    private static FSStream picture(Optional<Logo> logo, String address) {
        byte[] bytes = logo.filter(any -> Logo.ADDRESS.equals(address))
                .map(Logo::bytes)
                .orElse(new byte[0]);
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
            }
        };
    }

    /** Whatever the layout warns of is missing on a page: a font, a resource that was refused, a text alternative. */
    private static void note(Diagnostic diagnostic, List<String> complaints) {
        if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
            complaints.add(diagnostic.getFormattedMessage());
        }
    }

    static Document document(String xhtml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // All of it is gone through at once: putting nodes off only keeps the tree twice.
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (SAXException e) {
            throw new IOException("the templates do not give well-formed XHTML: " + e.getMessage(), e);
        }
    }

    /** The layout's own log; what it has to say comes as diagnostics. */
    private static final class Silence implements XRLogger {

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return false;
        }

        @Override
        public void log(String where, Level level, String message) {}

        @Override
        public void log(String where, Level level, String message, Throwable cause) {}

        @Override
        public void setLevel(String logger, Level level) {}
    }
}
