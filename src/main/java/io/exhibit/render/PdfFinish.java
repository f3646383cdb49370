package io.exhibit.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** Gives the laid-out document its attachments, and the instant of issue wherever a date or an id would be made up. */
final class PdfFinish {

    private PdfFinish() {}

    static void finish(PDDocument document, PackContent content) throws IOException {
        Issue issue = content.issue();
        GregorianCalendar at = GregorianCalendar.from(ZonedDateTime.ofInstant(issue.at(), ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(at);
        document.setDocumentId(seed(content));
        date(document.getDocumentCatalog().getMetadata(), issue.at().toString());
        restoreProfile(document);
        attach(document, content.attachments(), at);
    }

    /** What the id of the file is made of: another issue is another file. */
    static long seed(PackContent content) {
        Issue issue = content.issue();
        return issue.at().getEpochSecond() * 31 + (issue.pack() + "/" + issue.number()).hashCode();
    }

    /** Java 17 rewrites the head of an ICC profile while it passes through, Java 25 does not: the bytes are put back. */
    static void restoreProfile(PDDocument document) throws IOException {
        for (PDOutputIntent intent : document.getDocumentCatalog().getOutputIntents()) {
            try (OutputStream profile = intent.getDestOutputIntent().createOutputStream(COSName.FLATE_DECODE)) {
                profile.write(SrgbProfile.bytes());
            }
        }
    }

    private static void date(PDMetadata metadata, String at) throws IOException {
        String xmp;
        try (InputStream in = metadata.exportXMPMetadata()) {
            xmp = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String dated = xmp.replaceAll("(<xmp:CreateDate>)[^<]*", "$1" + at);
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    private static void attach(PDDocument document, List<PackContent.Attachment> attachments, GregorianCalendar at)
            throws IOException {
        if (attachments.isEmpty()) {
            return;
        }
        Map<String, PDComplexFileSpecification> byName = new LinkedHashMap<>();
        COSArray associated = new COSArray();
        for (PackContent.Attachment attachment : attachments) {
            PDComplexFileSpecification file = file(document, attachment, at);
            byName.put(attachment.name(), file);
            associated.add(file);
        }
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(byName);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDDocumentNameDictionary names =
                catalog.getNames() == null ? new PDDocumentNameDictionary(catalog) : catalog.getNames();
        names.setEmbeddedFiles(files);
        catalog.setNames(names);
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    private static PDComplexFileSpecification file(
            PDDocument document, PackContent.Attachment attachment, GregorianCalendar at) throws IOException {
        PDEmbeddedFile bytes =
                new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.bytes()), COSName.FLATE_DECODE);
        bytes.setSubtype(attachment.mediaType());
        bytes.setSize(attachment.bytes().length);
        bytes.setCreationDate(at);
        bytes.setModDate(at);
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(attachment.name());
        file.setFileUnicode(attachment.name());
        file.setFileDescription(attachment.description());
        file.setEmbeddedFile(bytes);
        file.setEmbeddedFileUnicode(bytes);
        file.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Data");
        return file;
    }
}
