package io.exhibit.cli.wiring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.cli.terminal.JsonWords;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What {@code exhibit assess --json} prints, and what a pack carries as {@code assessment.json}: for every control its
 * conclusion in words and counts, and for every assertion that serves it the verdict and the items. Version 2, described in
 * {@code src/site/markdown/assessment-json.md}.
 */
public final class AssessJson {

    static final int VERSION = 2;

    private AssessJson() {}

    /** @param run id of the run, or the period for a pack */
    public static String of(String run, PeriodAssessment assessment) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("run", run);
            json.writeStringField("framework", assessment.book().framework().id());
            json.writeStringField("book", assessment.book().digest());
            json.writeArrayFieldStart("controls");
            for (ControlResult control : assessment.controls()) {
                control(json, control);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void control(JsonGenerator json, ControlResult control) throws IOException {
        List<TestResult> tests = control.tests();
        json.writeStartObject();
        json.writeStringField("citation", control.control().citation());
        json.writeStringField("verdict", UnitWord.of(control));
        json.writeStringField("conclusion", control.conclusion());
        json.writeNumberField("tested", tests.size());
        json.writeNumberField("deviations", count(tests, Verdict.FAIL));
        json.writeNumberField("gaps", count(tests, Verdict.INCONCLUSIVE));
        json.writeArrayFieldStart("documents");
        for (DocumentResult document : control.documents()) {
            json.writeStartObject();
            json.writeStringField("id", document.document().id());
            json.writeStringField("state", JsonWords.lower(document.state()));
            json.writeStringField("reason", document.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("assertions");
        for (TestResult test : tests) {
            assertion(json, test);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void assertion(JsonGenerator json, TestResult test) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", test.assertion().id());
        json.writeStringField("verdict", JsonWords.lower(test.verdict()));
        json.writeNumberField("population", test.things());
        json.writeObjectFieldStart("days");
        json.writeNumberField("judged", test.daysJudged());
        json.writeNumberField("deviating", test.daysDeviating());
        json.writeNumberField("unknown", test.daysUnknown());
        json.writeEndObject();
        keys(json, "deviating", test, h -> h.open() && h.state() == Item.State.DEVIATES);
        keys(json, "accepted", test, h -> h.open() && h.state() == Item.State.ACCEPTED);
        json.writeNumberField("inconclusive", test.thingsUnknown());
        json.writeNumberField("placesRead", test.places().read());
        json.writeNumberField("placesUnread", test.places().unread());
        json.writeStringField("reason", test.counted().reason());
        json.writeEndObject();
    }

    /** In an order that does not depend on days before the period, which whoever checks a pack does not have. */
    private static void keys(JsonGenerator json, String name, TestResult test, Predicate<History> chosen)
            throws IOException {
        List<History> sorted = test.histories().stream()
                .filter(chosen)
                .sorted(Comparator.comparing(History::target).thenComparing(History::key))
                .toList();
        json.writeArrayFieldStart(name);
        for (History history : sorted) {
            json.writeString(history.key());
        }
        json.writeEndArray();
    }

    private static long count(List<TestResult> tests, Verdict verdict) {
        return tests.stream().filter(t -> t.verdict() == verdict).count();
    }
}
