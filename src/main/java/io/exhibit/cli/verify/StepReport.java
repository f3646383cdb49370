package io.exhibit.cli.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.seal.Discrepancy;
import io.exhibit.seal.Step;
import io.exhibit.seal.Step.Status;
import java.util.List;
import java.util.Locale;

/** Steps of a verification as people, programs and shells read them. */
record StepReport(Console console) {

    private static final int VERSION = 1;

    /** Discrepancies of one step that a person is shown. */
    private static final int SHOWN = 20;

    void print(Step step) {
        String line = String.format(Locale.ROOT, "%-11s  %-9s  %s", words(step.status()), step.name(), step.says());
        console.result(line, step.status() == Status.NOT_CHECKED || step.status() == Status.FAIL);
        step.found().stream()
                .limit(SHOWN)
                .forEach(found -> console.result(" ".repeat(13) + found.code()
                        + (found.file().isEmpty() ? "" : "  " + found.file()) + "  " + found.says()));
        if (step.found().size() > SHOWN) {
            console.result(" ".repeat(13) + "and " + (step.found().size() - SHOWN) + " more; --json lists all");
        }
    }

    private static String words(Status status) {
        return status.name().replace('_', ' ');
    }

    /** What the command ends with. */
    static int code(List<Step> steps) {
        if (steps.stream().anyMatch(step -> step.status() == Status.FAIL)) {
            return ExitCode.VERIFICATION_FAILED;
        }
        return steps.stream().anyMatch(step -> step.status() == Status.NOT_CHECKED)
                ? ExitCode.VERIFICATION_INCOMPLETE
                : ExitCode.DONE;
    }

    /** Version 1: every step with its name, status (OK, FAIL, NOT_CHECKED, NOT_ASKED), a sentence, and what is wrong. */
    static String json(List<Step> steps) {
        ObjectNode root = new ObjectMapper().createObjectNode().put("version", VERSION);
        ArrayNode all = root.putArray("steps");
        for (Step step : steps) {
            ArrayNode found = all.addObject()
                    .put("step", step.name().name())
                    .put("status", step.status().name())
                    .put("says", step.says())
                    .putArray("found");
            for (Discrepancy discrepancy : step.found()) {
                found.addObject()
                        .put("code", discrepancy.code().name())
                        .put("file", discrepancy.file())
                        .put("says", discrepancy.says());
            }
        }
        return root.toPrettyString();
    }
}
