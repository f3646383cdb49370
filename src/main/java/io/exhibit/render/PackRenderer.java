package io.exhibit.render;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/**
 * Prints a pack as one file in PDF/A-3a and PDF/UA-1. The same content and the same templates give the same bytes.
 */
public final class PackRenderer {

    private final Templates templates;

    public PackRenderer(Templates templates) {
        this.templates = templates;
    }

    /**
     * Prints.
     *
     * @throws IOException when a template is missing, breaks a rule or cannot be laid out, or when {@code out} fails
     */
    public void render(PackContent content, OutputStream out) throws IOException {
        try (Fonts fonts = new Fonts(templates);
                PDDocument document = new PDDocument()) {
            Optional<Logo> logo = logo(content.issue());
            lay(pages(xhtml(content, fonts)), fonts, logo, content, document);
            PdfFinish.finish(document, content);
            document.save(out);
        }
    }

    /** Lays the pages out with the logo on their cover, and mends what the layout leaves behind. */
    static void lay(Document pages, Fonts fonts, Optional<Logo> logo, PackContent content, PDDocument into)
            throws IOException {
        logo.ifPresent(own ->
                own.into(pages, PackModel.named(content.assessment().book().scope())));
        PdfPages.lay(pages, fonts, logo, content.tool(), into);
        RepeatedHeads.mend(into);
    }

    /**
     * Prints the lists that are too long for the report, which is printed after them and names each file with its digest.
     *
     * @return the volumes of each, by name of the listing
     */
    public Map<String, List<Listing.Volume>> listings(PackContent content, ListingWriter.Shelf shelf)
            throws IOException {
        Map<String, List<Listing.Volume>> volumes = new LinkedHashMap<>();
        for (Listing listing : Listings.of(content)) {
            volumes.put(listing.name(), new ListingWriter(templates).write(listing, content, shelf));
        }
        return volumes;
    }

    /** The pages as text, before they are laid out. */
    public String text(PackContent content) throws IOException {
        try (Fonts fonts = new Fonts(templates)) {
            return xhtml(content, fonts);
        }
    }

    /** The pages as one file for a browser, in UTF-8: HTML that is well-formed XML too. */
    public byte[] html(PackContent content) throws IOException {
        Map<String, Object> model = model(content, templates, VisibleText.everywhere());
        String pages = new PageText(templates, PageText.LARGEST, Deadline.usual()).of("pack.ftlh", model);
        return ReportHtml.of(pages(pages)).getBytes(StandardCharsets.UTF_8);
    }

    /** How many typefaces a pack can be set in, each of them read. */
    public int typefaces() throws IOException {
        try (Fonts fonts = new Fonts(templates)) {
            for (Face face : Face.values()) {
                fonts.font(face);
            }
            return Face.values().length;
        }
    }

    /** The pages as a tree, when they hold nothing but what pages may hold. */
    static Document pages(String xhtml) throws IOException {
        Document pages = PdfPages.document(xhtml);
        List<Problem> problems = PageElements.problems(pages, "pack.ftlh");
        if (!problems.isEmpty()) {
            throw new TemplatesRefused(problems);
        }
        for (String part : List.of("head", "body")) {
            if (pages.getElementsByTagName(part).getLength() != 1) {
                throw new TemplatesRefused(List.of(new Problem(
                        "page-xml",
                        new Position("pack.ftlh", 1, 1),
                        "The pages need one <" + part + ">.",
                        "Keep the frame of the shipped part.")));
            }
        }
        return pages;
    }

    /** A pack that is issued has the logo or is not printed; a draft goes without one that cannot be. */
    Optional<Logo> logo(Issue issue) throws TemplatesRefused {
        Optional<Logo> logo = templates.own().logo();
        List<Problem> problems = templates.logoProblems();
        if (!problems.isEmpty() && !issue.draft()) {
            throw new TemplatesRefused(problems);
        }
        return problems.isEmpty() ? logo : Optional.empty();
    }

    /** All that the templates see. */
    static Map<String, Object> model(PackContent content, Templates templates, VisibleText visible) {
        Map<String, Object> model = new LinkedHashMap<>(PackModel.of(content, visible));
        model.put("own", visible.of(templates.own().model()));
        model.put("paper", templates.paper().model());
        return model;
    }

    String xhtml(PackContent content, Fonts fonts) throws IOException {
        Map<String, Object> model = model(content, templates, new VisibleText(fonts::shows));
        return new PageText(templates, PageText.LARGEST, Deadline.usual()).of("pack.ftlh", model);
    }
}
