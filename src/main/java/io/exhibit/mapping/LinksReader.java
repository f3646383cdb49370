package io.exhibit.mapping;

import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Strength;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code links.yaml} of a framework: which assertions and documents bear on its units, so that these need not name it.
 * One list under {@code links}, each entry with id, unit, strength (of an assertion) and why.
 */
final class LinksReader {

    static final String FILE = "links.yaml";
    static final Set<String> KEYS = Set.of("id", "unit", "strength", "why");

    private final Names units;
    private final Names documents;
    private final Names both;
    private final OwnLinks own;
    private final Problems problems;
    private final Map<String, Map<String, Link>> tests = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> papers = new LinkedHashMap<>();

    /** @param units of this framework */
    LinksReader(Names units, Names assertions, Names documents, OwnLinks own, Problems problems) {
        this.units = units;
        this.documents = documents;
        this.both = assertions.and(documents);
        this.own = own;
        this.problems = problems;
    }

    /** @param folder of the framework; it need not have the file */
    Links read(SourceFiles folder) {
        SourceFile file = folder.all().get(FILE);
        if (file != null) {
            file.read(problems)
                    .map(node -> new Fields(node, problems, Set.of("links")))
                    .ifPresent(top -> links(entries(top)));
        }
        return new Links(tests, papers);
    }

    /** @param entries keys with values, wherever they come from */
    void links(List<Node> entries) {
        entries.forEach(node -> link(new Fields(node, problems, KEYS)));
    }

    private static List<Node> entries(Fields top) {
        if (!top.has("links")) {
            top.missing("links");
        }
        return top.list("links");
    }

    private void link(Fields link) {
        String id = link.required("id");
        String unit = link.required("unit");
        String why = link.required("why");
        units.check(
                unit, "unknown-citation", link.position("unit"), "The framework has no unit " + unit + ".", problems);
        if (documents.words().contains(id)) {
            if (link.has("strength")) {
                problems.add(
                        "links-strength",
                        link.position("strength"),
                        id + " is a document: it is asked for, and has no strength.",
                        "Remove strength.");
            }
            once(link, papers.computeIfAbsent(id, key -> new LinkedHashMap<>()).put(unit, why), id, unit);
            return;
        }
        if (!link.given("strength")) {
            link.missing("strength");
        }
        Strength strength = link.choice("strength", Strength.class, Strength.SUPPORTING);
        known(link, id);
        once(
                link,
                tests.computeIfAbsent(id, key -> new LinkedHashMap<>()).put(unit, new Link(strength, why)),
                id,
                unit);
    }

    private void known(Fields link, String id) {
        both.check(
                id,
                "unknown-assertion",
                link.position("id"),
                "No assertion and no document is called " + id + ".",
                problems);
        if (own.qualifying().contains(id)) {
            problems.add(
                    "links-qualifying",
                    link.position("id"),
                    id
                            + " serves no unit by its own file: it qualifies all tests, and is in the book of every framework.",
                    "Take the link out; or, when it is a test of units, name one of them under serves in its own file.");
        }
    }

    private void once(Fields link, Object before, String id, String unit) {
        if (before != null) {
            problems.add("links-twice", link.position(), "The link of " + id + " to " + unit + " is there twice.");
        } else if (units.words().contains(unit) && own.has(id, unit)) {
            problems.add(
                    "links-twice",
                    link.position(),
                    id + " serves " + unit + " by its own file already.",
                    "Let it stand in one of the two places.");
        }
    }
}
