package io.exhibit.mapping;

import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Framework;
import io.exhibit.control.Problem;
import io.exhibit.evidence.Sha256;
import io.exhibit.mapping.SourceFiles.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the folders under {@code frameworks/}: {@code framework.yaml}, and the units in files of their own. */
final class Frameworks {

    private static final Set<String> HEAD = Set.of("id", "title", "edition", "reviewer", "limits");
    private static final Set<String> UNIT = Set.of(
            "citation",
            "parent",
            "title",
            "obligation",
            "responsibility",
            "ocr",
            "nist",
            "condition",
            "unseen",
            "text",
            "digest");

    private final SourceFiles files;
    private final Problems problems;
    private final Set<String> citations = new HashSet<>();
    private final Set<String> addressable = new HashSet<>();
    private final Set<String> conditions = new HashSet<>();

    Frameworks(SourceFiles files, Problems problems) {
        this.files = files.under("frameworks/");
        this.problems = problems;
    }

    /** Reads every framework, because a link may name a unit of any of them, and gives back the one asked for. */
    Framework read(String id) {
        Set<String> ids = new LinkedHashSet<>();
        files.all().keySet().forEach(path -> ids.add(path.substring(0, path.indexOf('/') + 1)));
        Framework found = new Framework(id, "", "", "", List.of());
        for (String folder : ids) {
            Framework framework = framework(files.under(folder));
            if (folder.equals(id + "/")) {
                found = framework;
            }
        }
        if (!ids.contains(id + "/")) {
            List<String> known = ids.stream().map(f -> f.replace("/", "")).toList();
            problems.add(
                    "unknown-framework",
                    MappingReader.top("frameworks/" + id),
                    "There is no framework " + id + ".",
                    Problem.didYouMean(id, known));
        }
        return found;
    }

    /** Every citation of every framework that was read. */
    Set<String> citations() {
        return citations;
    }

    /** The citations of the addressable specifications. */
    Set<String> addressable() {
        return addressable;
    }

    /** Names of the facts about the entity on which units depend. */
    Set<String> conditions() {
        return conditions;
    }

    private Framework framework(SourceFiles folder) {
        List<Control> controls = new ArrayList<>();
        Fields head = null;
        for (var entry : folder.all().entrySet()) {
            SourceFile file = entry.getValue();
            Node node = YamlReader.read(file.shown(), file.bytes(), problems).orElse(null);
            if (node == null) {
                continue;
            }
            if (entry.getKey().equals("framework.yaml")) {
                head = new Fields(node, problems, HEAD);
            } else {
                units(new Fields(node, problems, Set.of("section", "controls")), controls);
            }
        }
        if (head == null) {
            return new Framework("", "", "", "", controls);
        }
        return new Framework(
                head.required("id"),
                head.required("title"),
                head.text("edition"),
                head.text("reviewer"),
                head.text("limits"),
                controls);
    }

    private void units(Fields file, List<Control> controls) {
        String section = file.required("section");
        for (Node node : file.list("controls")) {
            Fields unit = new Fields(node, problems, UNIT);
            String citation = unit.required("citation");
            if (!citations.add(citation)) {
                problems.add("duplicate-id", unit.position("citation"), "The unit " + citation + " is there twice.");
            }
            Control control = control(unit, citation, section);
            if (control.obligation() == Obligation.ADDRESSABLE) {
                addressable.add(citation);
            }
            if (!control.condition().isEmpty()) {
                conditions.add(control.condition());
            }
            controls.add(control);
        }
    }

    private Control control(Fields unit, String citation, String section) {
        String text = unit.required("text");
        String digest = unit.required("digest");
        if (!digest.isEmpty() && !digest.equals(Sha256.hex(text))) {
            problems.add(
                    "text-digest",
                    unit.position("text"),
                    "The text of " + citation + " is not the text that was checked against the rule.",
                    "Restore the words of the rule; a rule that was amended needs a new digest.");
        }
        return new Control(
                citation,
                unit.text("parent"),
                section,
                unit.required("title"),
                unit.choice("obligation", Obligation.class, Obligation.STANDARD),
                text,
                unit.text("responsibility"),
                unit.text("ocr"),
                Arrays.stream(unit.text("nist").split(" "))
                        .filter(s -> !s.isEmpty())
                        .toList(),
                unit.text("condition"),
                unit.text("unseen"),
                "");
    }
}
