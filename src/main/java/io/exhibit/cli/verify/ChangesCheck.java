package io.exhibit.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.assessment.Changes;
import io.exhibit.assessment.Period;
import io.exhibit.run.ChangesJson;
import io.exhibit.seal.Discrepancy;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step;
import io.exhibit.seal.Step.Name;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds the {@code changes.json} of a pack against what follows from the nights that the pack holds. */
final class ChangesCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangesCheck() {}

    /**
     * Compares.
     *
     * @param sealed as the pack has it
     * @param again found again, from the pack's own nights alone
     * @param runs that the pack holds; a change since a night before them cannot be found again
     * @param passedOver runs of the log between the baseline and the period: were one of them read, changes would have to be counted from it
     * @param masked whether names and values in it are masked
     */
    static Step step(
            byte[] sealed, Period period, Changes again, Set<String> runs, List<String> passedOver, boolean masked)
            throws IOException {
        List<JsonNode> was = new ArrayList<>();
        int before = 0;
        for (JsonNode change : JSON.readTree(sealed).path("changes")) {
            if (runs.contains(change.path("before").path("run").asText())) {
                was.add(masked ? count(change) : change);
            } else {
                before++;
            }
        }
        List<JsonNode> is = new ArrayList<>();
        JSON.readTree(ChangesJson.of(period, again).getBytes(StandardCharsets.UTF_8))
                .path("changes")
                .forEach(change -> is.add(masked ? count(change) : change));
        List<Discrepancy> found = new ArrayList<>();
        without(was, is).forEach(change -> found.add(differs(words(change) + ": the nights do not say so.")));
        without(is, was)
                .forEach(change -> found.add(differs(words(change) + ": the nights say so, and it is not there.")));
        String says = is.size() + (is.size() == 1 ? " change" : " changes") + " found again between the nights.";
        if (found.isEmpty() && (before > 0 || masked || !passedOver.isEmpty())) {
            return Step.notChecked(
                    Name.CHANGES,
                    says
                            + (before == 0
                                    ? ""
                                    : " Another " + before
                                            + " since a night before the period, which the pack does not hold.")
                            + (passedOver.isEmpty()
                                    ? ""
                                    : " The log has " + passedOver.size()
                                            + " runs after the one that changes are counted"
                                            + " from and before the period, the last "
                                            + passedOver.get(passedOver.size() - 1)
                                            + "; that no evidence came of it does not follow from the pack.")
                            + (masked
                                    ? " changes.json is masked: kinds, days and places were compared, and no words."
                                    : ""));
        }
        return Step.of(Name.CHANGES, found, says);
    }

    private static List<JsonNode> without(List<JsonNode> some, List<JsonNode> others) {
        List<JsonNode> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left;
    }

    /** What no profile masks. */
    private static JsonNode count(JsonNode change) {
        var out = JSON.createObjectNode();
        for (String member : List.of("kind", "reading", "region", "change", "before", "seen")) {
            out.set(member, change.path(member));
        }
        return out;
    }

    private static String words(JsonNode change) {
        return change.path("seen").path("day").asText() + ", "
                + change.path("kind").asText() + ", " + change.path("key").asText("(masked)") + " "
                + change.path("change").asText();
    }

    private static Discrepancy differs(String says) {
        return new Discrepancy(Code.VERDICT_DIFFERS, ChangesJson.NAME, says);
    }
}
