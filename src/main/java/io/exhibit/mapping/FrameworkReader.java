package io.exhibit.mapping;

import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Framework;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.control.Wording;
import io.exhibit.evidence.Sha256;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one folder under {@code frameworks/}: what it is called in {@code framework.yaml}, and the units in files of their own. */
final class FrameworkReader {

    static final String HEAD = "framework.yaml";

    private static final Set<String> TOP =
            Set.of("id", "title", "edition", "reviewer", "limits", "text", "words", "crosswalk");
    private static final Set<String> WORDS = Set.of(
            "author", "unit", "units", "whole", "kinds", "decision", "undecided", "cannot_be_seen", "how_to_read");
    private static final Set<String> UNIT = Set.of(
            "citation", "parent", "title", "obligation", "responsibility", "condition", "unseen", "text", "digest");

    private final String id;
    private final SourceFiles folder;
    private final Set<String> citations;
    private final Problems problems;
    private final Map<String, String> crosswalk = new LinkedHashMap<>();
    private final Map<String, Position> places = new HashMap<>();

    private enum Text {
        QUOTED,
        OWN
    }

    /** @param citations of all units so far; those of this one are added */
    FrameworkReader(String id, SourceFiles folder, Set<String> citations, Problems problems) {
        this.id = id;
        this.folder = folder;
        this.citations = citations;
        this.problems = problems;
    }

    /** Where each unit stands. */
    Map<String, Position> places() {
        return places;
    }

    Framework read() {
        SourceFile file = folder.all().get(HEAD);
        if (file == null) {
            problems.addUnread(new Problem(
                    "framework-head",
                    MappingReader.top("frameworks/" + id + "/" + HEAD),
                    "The framework " + id + " has no " + HEAD + ".",
                    "Copy that of another framework, and change it."));
            return new Framework(id, "", "", "", List.of());
        }
        return file.read(problems)
                .map(node -> read(new Fields(node, problems, TOP)))
                .orElseGet(() -> new Framework(id, "", "", "", units(false)));
    }

    private Framework read(Fields head) {
        String written = head.required("id");
        if (!written.isEmpty() && !written.equals(id)) {
            problems.add(
                    "framework-id",
                    head.position("id"),
                    "The framework in the folder " + id + " calls itself " + written + ".",
                    "Write id: " + id + ", or rename the folder.");
        }
        boolean quoted = quoted(head);
        for (Node.Entry entry : head.named("crosswalk")) {
            crosswalk.put(entry.key(), Lists.fields(head, "crosswalk", problems).required(entry.key()));
        }
        return new Framework(
                id,
                head.required("title"),
                head.text("edition"),
                head.text("reviewer"),
                head.text("limits"),
                wording(head, quoted),
                units(quoted));
    }

    private boolean quoted(Fields head) {
        if (!head.given("text")) {
            head.missing("text");
        }
        return head.choice("text", Text.class, Text.QUOTED) == Text.QUOTED;
    }

    private Wording wording(Fields head, boolean quoted) {
        Fields words = new Fields(
                head.node("words").orElseGet(() -> new Node.Mapping(List.of(), head.position())), problems, WORDS);
        Wording neutral = Wording.NEUTRAL;
        Map<Obligation, String> kinds = new EnumMap<>(Obligation.class);
        Fields named = new Fields(
                words.node("kinds").orElseGet(() -> new Node.Mapping(List.of(), words.position())),
                problems,
                Set.of("standard", "required", "addressable"));
        for (Obligation obligation : Obligation.values()) {
            String kind = named.text(obligation.name().toLowerCase(Locale.ROOT));
            if (!kind.isEmpty()) {
                kinds.put(obligation, kind);
            }
        }
        return new Wording(
                quoted ? words.required("author") : "",
                or(words, "unit", neutral.unit()),
                or(words, "units", neutral.units()),
                or(words, "whole", neutral.whole()),
                kinds,
                or(words, "decision", neutral.decision()),
                or(words, "undecided", neutral.undecided()),
                List.copyOf(crosswalk.values()),
                words.text("cannot_be_seen"),
                words.text("how_to_read"));
    }

    private static String or(Fields words, String key, String neutral) {
        String text = words.text(key);
        return text.isEmpty() ? neutral : text;
    }

    private List<Control> units(boolean quoted) {
        List<Control> controls = new ArrayList<>();
        folder.all().forEach((name, file) -> {
            if (!name.equals(HEAD) && !name.equals(LinksReader.FILE)) {
                file.read(problems)
                        .ifPresent(node ->
                                units(new Fields(node, problems, Set.of("section", "controls")), quoted, controls));
            }
        });
        return controls;
    }

    private void units(Fields file, boolean quoted, List<Control> controls) {
        Set<String> known = new HashSet<>(UNIT);
        known.addAll(crosswalk.keySet());
        String section = file.required("section");
        for (Node node : file.list("controls")) {
            Fields unit = new Fields(node, problems, known);
            String citation = unit.required("citation");
            if (!citations.add(citation)) {
                problems.add("duplicate-id", unit.position("citation"), "The unit " + citation + " is there twice.");
            }
            places.putIfAbsent(citation, unit.position("citation"));
            controls.add(control(unit, citation, section, quoted));
        }
    }

    private Control control(Fields unit, String citation, String section, boolean quoted) {
        String text = unit.required("text");
        String digest = quoted ? unit.required("digest") : unit.text("digest");
        if (!digest.isEmpty() && !digest.equals(Sha256.hex(text))) {
            problems.add(
                    "text-digest",
                    unit.position("text"),
                    "The text of " + citation + " is not the text that was checked against the rule.",
                    "Restore the words of the rule; a rule that was amended needs a new digest.");
        }
        Map<String, String> elsewhere = new LinkedHashMap<>();
        crosswalk.forEach((key, name) -> {
            if (!unit.text(key).isEmpty()) {
                elsewhere.put(name, unit.text(key));
            }
        });
        return new Control(
                citation,
                unit.text("parent"),
                section,
                unit.required("title"),
                unit.choice("obligation", Obligation.class, Obligation.STANDARD),
                text,
                unit.text("responsibility"),
                elsewhere,
                unit.text("condition"),
                unit.text("unseen"),
                "");
    }
}
