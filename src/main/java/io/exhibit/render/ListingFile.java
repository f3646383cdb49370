package io.exhibit.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What makes a drawn document one of PDF/A-3a and PDF/UA-1, beside its tags: metadata, language, title and colour profile. */
final class ListingFile {

    private static final float VERSION = 1.7f;

    private ListingFile() {}

    static void finish(PDDocument document, ListingFrame frame, String title) throws IOException {
        document.setVersion(VERSION);
        document.setDocumentId(frame.seed() * 31 + title.hashCode());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setAuthor(frame.entity());
        information.setSubject(frame.subject());
        information.setProducer(frame.producer());
        information.setCreationDate(GregorianCalendar.from(ZonedDateTime.ofInstant(frame.at(), ZoneOffset.UTC)));
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("en");
        PDViewerPreferences preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.getCOSObject().setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
        catalog.setViewerPreferences(preferences);
        catalog.setMetadata(metadata(document, frame, title));
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(SrgbProfile.bytes()));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
        PdfFinish.restoreProfile(document);
    }

    private static PDMetadata metadata(PDDocument document, ListingFrame frame, String title) throws IOException {
        String form;
        try (InputStream in = ListingFile.class.getResourceAsStream("listing.xmp")) {
            form = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        StringBuilder xmp = new StringBuilder();
        int from = 0;
        for (int at = form.indexOf('@'); at >= 0; at = form.indexOf('@', from)) {
            int to = form.indexOf('@', at + 1);
            xmp.append(form, from, at).append(escaped(value(form.substring(at + 1, to), frame, title)));
            from = to + 1;
        }
        xmp.append(form.substring(from));
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp.toString().getBytes(StandardCharsets.UTF_8));
        return metadata;
    }

    private static String value(String name, ListingFrame frame, String title) {
        return switch (name) {
            case "title" -> title;
            case "entity" -> frame.entity();
            case "subject" -> frame.subject();
            case "producer" -> frame.producer();
            case "date" -> frame.at().truncatedTo(ChronoUnit.SECONDS).toString();
            default -> throw new IllegalStateException("listing.xmp asks for " + name);
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
