package io.exhibit.render.forms;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** The units in OSCAL: which were reviewed, by which tests, and what is concluded of each in words. */
final class OscalControls {

    private final PeriodAssessment assessment;
    private final Function<String[], String> uuid;
    private final ControlIds ids;

    OscalControls(PeriodAssessment assessment, Function<String[], String> uuid) {
        this.assessment = assessment;
        this.uuid = uuid;
        this.ids = new ControlIds(assessment.book().framework());
    }

    private String uuid(String... name) {
        return uuid.apply(name);
    }

    /** Units that a test or a document bears on; the others are named, because nobody reviewed them. */
    Map<String, Object> reviewed() {
        List<Object> controls = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (ControlResult unit : assessment.controls()) {
            if (unit.mapped()) {
                controls.add(Map.of("control-id", ids.of(unit.control().citation())));
            } else {
                others.add(unit.control().citation());
            }
        }
        List<Object> objectives = new ArrayList<>();
        assessment
                .tests()
                .forEach(test ->
                        objectives.add(Map.of("objective-id", test.assertion().id())));
        assessment
                .documents()
                .forEach(each ->
                        objectives.add(Map.of("objective-id", each.document().id())));
        Map<String, Object> reviewed = new LinkedHashMap<>();
        reviewed.put(
                "control-selections",
                List.of(
                        controls.isEmpty()
                                ? Map.of("description", "Nothing bears on any unit.")
                                : Map.of("include-controls", controls)));
        if (!objectives.isEmpty()) {
            reviewed.put("control-objective-selections", List.of(Map.of("include-objectives", objectives)));
        }
        if (!others.isEmpty()) {
            reviewed.put(
                    "remarks",
                    "Not reviewed, because neither a test nor a document bears on them: " + String.join(", ", others)
                            + ".");
        }
        return reviewed;
    }

    List<Map<String, Object>> conclusions() {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (ControlResult unit : assessment.controls()) {
            List<Map<String, Object>> props = new ArrayList<>();
            OscalProps.add(props, "control-id", ids.of(unit.control().citation()));
            OscalProps.add(props, "kind", ConclusionKind.of(unit).style());
            parts.add(OscalProps.ordered(
                    "uuid",
                    uuid("conclusion", unit.control().citation()),
                    "name",
                    "conclusion",
                    "ns",
                    Oscal.NAMESPACE,
                    "title",
                    unit.control().citation() + " " + unit.control().title(),
                    "props",
                    props,
                    "prose",
                    unit.conclusion()));
        }
        return parts;
    }

    /** What each test does, and which units it bears on. */
    List<Map<String, Object>> activities() {
        List<Map<String, Object>> activities = new ArrayList<>();
        for (TestResult test : assessment.tests()) {
            List<Object> controls = new ArrayList<>();
            for (String citation : new TreeSet<>(test.assertion().serves().keySet())) {
                if (ids.of(citation) != null) {
                    controls.add(Map.of("control-id", ids.of(citation)));
                }
            }
            List<Map<String, Object>> props = new ArrayList<>();
            OscalProps.add(props, "population", test.assertion().source());
            OscalProps.add(props, "where", test.assertion().where().text());
            OscalProps.add(props, "across", test.assertion().across().text());
            OscalProps.add(props, "expect", test.assertion().expect().text());
            Map<String, Object> activity = OscalProps.ordered(
                    "uuid", uuid("activity", test.assertion().id()),
                    "title", test.assertion().id(),
                    "description", test.assertion().says(),
                    "props", props);
            if (!controls.isEmpty()) {
                activity.put(
                        "related-controls",
                        Map.of("control-selections", List.of(Map.of("include-controls", controls))));
            }
            activities.add(activity);
        }
        return activities;
    }
}
