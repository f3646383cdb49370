package io.exhibit.evaluate;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One compiled expression. An absent member, an absent register or a reading that could not be read makes its answer unknown, never no. */
final class Predicate {

    private static final Pattern KEY =
            Pattern.compile("at <input>:(\\d+): (?:key '(.*)' is not present in map\\.|(.*))");

    private static final Pattern INDEX = Pattern.compile("at <input>:(\\d+): ");
    private static final Pattern NAME = Pattern.compile("\\w+$");
    private static final Pattern CHOSEN = Pattern.compile("(\\w+)\\.filter\\((?:[^()]|\\([^()]*\\))*\\)$");

    /** Why AWS leaves a member out: a prefix list has no addresses in the rule, and a resource without a vault has no recovery point. */
    private static final Map<String, String> MEANING = Map.of(
            "anywhere", "the rule points to a prefix list, whose addresses were not read",
            "LastBackupVaultArn", "AWS Backup names no vault that holds its last recovery point");

    private final String text;
    private final Program program;
    private final Ground ground;

    Predicate(String text, Program program, Ground ground) {
        this.text = text;
        this.program = program;
        this.ground = ground;
    }

    /** What its answers rest on. */
    Ground ground() {
        return ground;
    }

    Program program() {
        return program;
    }

    /** What the expression comes to, {@code null} where that is not known: a value for a sentence decides nothing. */
    Object value(Variables variables) {
        variables.asked();
        try {
            return program.eval(variables);
        } catch (CelEvaluationException e) {
            return null;
        }
    }

    Answer ask(Variables variables) {
        variables.asked();
        try {
            Object value = program.eval(variables);
            return Boolean.TRUE.equals(value)
                    ? Answer.YES
                    : Boolean.FALSE.equals(value) ? Answer.NO : Answer.unknown(variables.whyUnknown());
        } catch (CelEvaluationException e) {
            return Answer.unknown(reason(e));
        }
    }

    private String reason(CelEvaluationException e) {
        Matcher empty = INDEX.matcher(e.getMessage());
        if (e.getErrorCode() == CelErrorCode.INDEX_OUT_OF_BOUNDS && empty.find()) {
            return fewIn(before(empty.group(1)));
        }
        Matcher absent = KEY.matcher(e.getMessage());
        if (e.getErrorCode() != CelErrorCode.ATTRIBUTE_NOT_FOUND || !absent.find()) {
            return "the expression could not be worked out: " + e.getMessage();
        }
        String name = absent.group(2) == null ? absent.group(3) : absent.group(2);
        boolean register = before(absent.group(1)).endsWith("registers");
        return register ? "there is no register " + name : absent(name);
    }

    /** In words; what it means that a member is not there is known of some. */
    private static String absent(String member) {
        String plain = "no value was given for " + member;
        return MEANING.containsKey(member) ? MEANING.get(member) + " (" + plain + ")" : plain;
    }

    /** Of a list that has no such entry: its name, or the name of the list that it was chosen from. */
    private static String fewIn(String list) {
        Matcher chosen = CHOSEN.matcher(list);
        if (chosen.find()) {
            return "none of the " + chosen.group(1) + " that were read is one that the test can go by";
        }
        Matcher name = NAME.matcher(list);
        return (name.find() ? name.group() : "a list") + " has too few entries";
    }

    private String before(String place) {
        int end = Math.min(Integer.parseInt(place), text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, end)).stripTrailing();
    }
}
