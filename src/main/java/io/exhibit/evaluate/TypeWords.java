package io.exhibit.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CEL's types in the words of people, and what to write where two of them do not go together. */
final class TypeWords {

    private TypeWords() {}

    /** @param types as CEL lists them, such as "google.protobuf.Timestamp, string" */
    static String all(String types) {
        return split(types).map(TypeWords::one).collect(Collectors.joining(" and "));
    }

    static String one(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "int", "uint" -> "a whole number";
            case "double" -> "a number with decimals";
            case "bool" -> "a yes or no";
            case "google.protobuf.Timestamp" -> "a time";
            case "google.protobuf.Duration" -> "a length of time";
            case "dyn" -> "anything";
            default ->
                type.startsWith("list(")
                        ? "a list"
                        : type.startsWith("map(") ? "a set of names with values" : "a record (" + type + ")";
        };
    }

    /** What to do about operands that do not fit. */
    static String hint(String function, String types) {
        List<String> of = split(types).toList();
        if (function.equals("days") || function.equals("hours")) {
            return function + " takes one whole number, without quotes: " + function + "(30).";
        }
        if (of.contains("google.protobuf.Timestamp") && of.contains("string")) {
            return "Write a time as timestamp(\"2026-10-31T00:00:00Z\").";
        }
        if (of.contains("google.protobuf.Duration") && (of.contains("int") || of.contains("double"))) {
            return "Write days(...) or hours(...) around the number.";
        }
        if (of.contains("google.protobuf.Timestamp") && of.contains("int")) {
            return "Compare how long ago it was: now - record.MEMBER <= days(30).";
        }
        if (of.contains("bool") && of.contains("string")) {
            return "What is yes or no needs no comparison; put ! in front of it to turn it round.";
        }
        if (of.contains("int") && of.contains("string")) {
            return "Write a number without quotes.";
        }
        if (of.contains("int") && of.contains("double")) {
            return "Write the number with decimals: 7.0.";
        }
        if (of.stream().anyMatch(type -> type.startsWith("list("))) {
            return "Ask a list with in, exists(x, ...), all(x, ...) or size(...).";
        }
        return "A text, a number and a time are compared with their own kind only.";
    }

    private static Stream<String> split(String types) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < types.length(); i++) {
            char c = types.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(types.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        parts.add(types.substring(begin).strip());
        return parts.stream();
    }
}
