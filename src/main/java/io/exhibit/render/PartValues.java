package io.exhibit.render;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Node;

/**
 * Whether a person's parts print what ours print: every value of the model that a part of ours shows must stand in
 * theirs, or in another of theirs. The words between the values are free.
 */
final class PartValues {

    private static final Pattern PART = Pattern.compile("<#include \"([a-z0-9-]+\\.ftlh)\">");
    private static final int SHORTEST = 3;

    /** Members that tell a template how to print, and are no text. */
    private static final String UNPRINTED = ".*\\.(style|anchor|flow|x|y|width|height|kind)";

    private final Templates own;
    private final Map<String, Object> model;
    private final String pages;

    /** @param pages that their parts make of the model, as XHTML */
    PartValues(Templates own, Map<String, Object> model, String pages) {
        this.own = own;
        this.model = model;
        this.pages = pages;
    }

    /** The values that are missing, by part and by member of the model. */
    List<Problem> problems() throws IOException {
        Map<String, String> theirs = texts(own);
        String whole = squeezed(text(PdfPages.document(pages).getDocumentElement()));
        // A part may be named where it is not printed: in a comment, or under a condition that does not hold.
        theirs.replaceAll((part, text) -> whole.contains(text) ? text : "");
        Map<String, String> ours = texts(Templates.shipped());
        String elsewhere = String.join("\n", theirs.values());
        Map<String, Set<String>> named = new HashMap<>();
        for (String part : ours.keySet()) {
            named.put(part, named(part));
        }
        List<Problem> problems = new ArrayList<>();
        ours.forEach((part, shown) -> {
            String printed = theirs.get(part);
            if (shown.equals(printed)) {
                return;
            }
            missing(named.get(part), shown, printed == null ? "" : printed, moved(part, ours, theirs))
                    .forEach((member, values) -> {
                        boolean nowhere =
                                values.stream().map(PartValues::squeezed).noneMatch(elsewhere::contains);
                        problems.add(new Problem(
                                "value-missing",
                                new Position(own.place(part), 1, 1),
                                (values.size() == 1 ? "One value" : values.size() + " values") + " of " + member
                                        + " in the sample " + (values.size() == 1 ? "is" : "are")
                                        + " not printed by this part"
                                        + (nowhere ? " nor by another" : "") + ", such as \"" + values.get(0) + "\".",
                                "The part that came with the program prints them: exhibit templates copy."));
                    });
        });
        return problems;
    }

    /** What their own sections print: a person may print a value there instead. */
    private static String moved(String part, Map<String, String> ours, Map<String, String> theirs) {
        StringBuilder moved = new StringBuilder();
        theirs.forEach((name, text) -> {
            if (!name.equals(part) && !ours.containsKey(name)) {
                moved.append(text).append('\n');
            }
        });
        return moved.toString();
    }

    /** The members of the model that a part of ours names, with what it includes. */
    private Set<String> named(String part) throws IOException {
        Set<String> names = new HashSet<>();
        String text = Templates.shipped().text(part);
        Matcher included = PART.matcher(text);
        while (included.find()) {
            names.addAll(named(included.group(1)));
        }
        model.keySet().stream()
                .filter(member ->
                        Pattern.compile("\\b" + member + "\\b").matcher(text).find())
                .forEach(names::add);
        return names;
    }

    private Map<String, List<String>> missing(Set<String> members, String shown, String printed, String moved) {
        Map<String, List<String>> missing = new TreeMap<>();
        Set<String> told = new HashSet<>();
        leaves("", model, (member, value) -> {
            String text = squeezed(value);
            if (members.contains(member.split("\\.", 2)[0])
                    && !member.matches(UNPRINTED)
                    && text.length() >= SHORTEST
                    && shown.contains(text)
                    && !printed.contains(text)
                    && !moved.contains(text)) {
                if (told.add(text)) {
                    missing.computeIfAbsent(member, m -> new ArrayList<>()).add(value);
                }
            }
        });
        return missing;
    }

    /** Every text of the model with its member, numbers of lists left out. */
    private static void leaves(String member, Object node, BiConsumer<String, String> each) {
        if (node instanceof String text) {
            each.accept(member, text);
        } else if (node instanceof List<?> list) {
            list.forEach(one -> leaves(member, one, each));
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> leaves(member.isEmpty() ? (String) key : member + "." + key, value, each));
        }
    }

    /** What each part of the document prints, in its order, without spaces. */
    private Map<String, String> texts(Templates templates) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        PageText text = new PageText(templates, PageText.LARGEST, Deadline.usual());
        for (String part : parts(templates)) {
            String page = text.part(part, model);
            try {
                texts.put(part, squeezed(text(PdfPages.document(page).getDocumentElement())));
            } catch (IOException e) {
                throw new TemplatesRefused(List.of(new Problem(
                        "page-xml",
                        new Position(templates.place(part), 1, 1),
                        "The page is not well-formed: " + e.getMessage() + ".",
                        "Every element is closed in the order in which it was opened, <br/> at once.")));
            }
        }
        return texts;
    }

    /** The parts that the document is made of, in its order. */
    static List<String> parts(Templates templates) throws IOException {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(templates.text("pack.ftlh"));
        while (part.find()) {
            if (!part.group(1).equals("marks.ftlh")) {
                parts.add(part.group(1));
            }
        }
        return parts;
    }

    /** All text below an element but style sheets. */
    static String text(Node node) {
        if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
            return node.getNodeValue();
        }
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!"style".equals(child.getLocalName())) {
                text.append(text(child)).append('\n');
            }
        }
        return text.toString();
    }

    static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
