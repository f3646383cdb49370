package io.exhibit.render;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Checks a person's templates: their rules first, then by printing the sample month with them and comparing what came
 * out. Every mistake at once, as far as one does not hide the others.
 *
 * @param problems by file, line and column; empty when packs can be printed with them
 * @param pages of the sample month, or 0 when it could not be printed
 */
public record TemplatesCheck(List<Problem> problems, int pages) {

    /** Facts that a reader must be able to see, with what they are about. */
    private static final Map<String, String> FACTS = Map.of(
            "simulated", "Whether the evidence is simulated",
            "draft", "Whether the pack is a draft");

    public TemplatesCheck {
        problems = List.copyOf(problems);
    }

    /** @throws IOException when a part cannot be read */
    public static TemplatesCheck of(Templates templates) throws IOException {
        return of(templates, Deadline::usual);
    }

    /** @param deadline of each filling */
    static TemplatesCheck of(Templates templates, Supplier<Deadline> deadline) throws IOException {
        List<Problem> mistakes = new ArrayList<>(templates.own().problems());
        mistakes.addAll(templates.logoProblems());
        mistakes.addAll(new PageText(templates, PageText.LARGEST, deadline.get()).problems());
        if (!mistakes.isEmpty()) {
            mistakes.sort(Problem.BY_PLACE);
            return new TemplatesCheck(mistakes, 0);
        }
        try (Fonts fonts = new Fonts(templates)) {
            return print(templates, fonts, deadline.get());
        } catch (TemplatesRefused refused) {
            return new TemplatesCheck(refused.problems(), 0);
        }
    }

    private static TemplatesCheck print(Templates templates, Fonts fonts, Deadline deadline) throws IOException {
        PackContent sample = SamplePack.small();
        Map<String, Object> model = PackRenderer.model(sample, templates, new VisibleText(fonts::shows));
        PageText text = new PageText(templates, PageText.LARGEST, deadline);
        String xhtml = text.of("pack.ftlh", model);
        List<Problem> problems = new ArrayList<>(new PartValues(templates, model, xhtml).problems());
        String place = templates.place("pack.ftlh");
        for (Map.Entry<String, String> fact : FACTS.entrySet()) {
            if (text.of("pack.ftlh", turned(model, fact.getKey())).equals(xhtml)) {
                problems.add(new Problem(
                        "fact-silent",
                        new Position(place, 1, 1),
                        fact.getValue() + " changes nothing in what is printed.",
                        "Say it on every page, as pack.ftlh and cover.ftlh of the program do with pack." + fact.getKey()
                                + "."));
            }
        }
        int pages = 0;
        try (PDDocument document = new PDDocument()) {
            Document page = PackRenderer.pages(xhtml);
            PackRenderer.lay(page, fonts, templates.own().logo(), sample, document);
            pages = document.getNumberOfPages();
            templates.paper().problem(document, templates.place("pack.css")).ifPresent(problems::add);
            document.save(new ByteArrayOutputStream());
            problems.addAll(PrintedText.problems(
                    (Element) page.getElementsByTagNameNS("*", "body").item(0),
                    document,
                    section -> templates.place(section.isEmpty() ? "pack.ftlh" : section + ".ftlh")));
        } catch (TemplatesRefused refused) {
            problems.addAll(refused.problems());
        } catch (IOException e) {
            problems.add(new Problem(
                    "page-layout",
                    new Position(templates.place("pack.css"), 1, 1),
                    "The sample month could not be laid out: " + e.getMessage() + ".",
                    "A typeface that is not there is the usual cause: name those of pack.css."));
        }
        problems.sort(Problem.BY_PLACE);
        return new TemplatesCheck(problems, pages);
    }

    /** The model with one fact of the pack the other way round. */
    private static Map<String, Object> turned(Map<String, Object> model, String fact) {
        Map<String, Object> pack = new LinkedHashMap<>();
        ((Map<?, ?>) model.get("pack")).forEach((key, value) -> pack.put((String) key, value));
        pack.put(fact, !(Boolean) pack.get(fact));
        Map<String, Object> turned = new LinkedHashMap<>(model);
        turned.put("pack", pack);
        return turned;
    }
}
