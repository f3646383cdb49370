package io.exhibit.evaluate;

import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be named in a test, for whoever writes one: readings, members of their records, thresholds, registers, functions. */
public final class ExpressionWords {

    /** CEL's own, in the form in which tests use them. */
    private static final List<String> OF_CEL = List.of(
            "has",
            "size",
            "exists",
            "all",
            "filter",
            "map",
            "exists_one",
            "startsWith",
            "endsWith",
            "contains",
            "matches");

    private final Vocabulary vocabulary;
    private final Book book;

    /**
     * A word.
     *
     * @param kind what it is, for people: "text", "threshold, 90 days"
     */
    public record Word(String text, String kind) {}

    public ExpressionWords(Catalog catalog, Book book) {
        this.vocabulary = new Vocabulary(catalog);
        this.book = book;
    }

    /** What can stand as {@code source} or under {@code with}. */
    public List<Word> readings() {
        List<Word> words = new ArrayList<>();
        vocabulary.readings().forEach((key, reading) -> words.add(new Word(key, reading.title())));
        book.registers().keySet().forEach(name -> words.add(new Word(Vocabulary.REGISTER + name, "register")));
        return words;
    }

    /**
     * What can follow in an expression.
     *
     * @param path names with dots before it, such as {@code record.Tags}; "" at the beginning of a name
     * @param source of the test
     * @param with further readings by name
     */
    public List<Word> after(String path, String source, Map<String, String> with) {
        if (path.isEmpty()) {
            return beginnings(with);
        }
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        if (first.equals("parameters")) {
            return rest.isEmpty() ? thresholds() : List.of();
        }
        if (first.equals("registers")) {
            return rest.isEmpty()
                    ? book.registers().keySet().stream()
                            .map(name -> new Word(name, "register"))
                            .toList()
                    : List.of();
        }
        String reading =
                with.containsKey(first) ? Reach.of(with.get(first)).reading() : first.equals("record") ? source : "";
        String type = List.of("target", "period").contains(first)
                ? first
                : Optional.ofNullable(vocabulary.readings().get(reading))
                        .map(found -> found.type())
                        .orElse("");
        return members(type, rest);
    }

    /** Members of the records of a source, for sentences and proofs. */
    public List<Word> members(String source) {
        return after("record", source, Map.of());
    }

    private List<Word> beginnings(Map<String, String> with) {
        List<Word> words = new ArrayList<>();
        words.add(new Word("record", "the item"));
        words.add(new Word("parameters", "thresholds"));
        words.add(new Word("registers", "the organization’s registers"));
        words.add(new Word("target", "its account and region"));
        words.add(new Word("now", "when it was collected"));
        with.forEach((name, reading) -> words.add(new Word(name, reading)));
        Functions.NAMES.forEach(name -> words.add(new Word(name + "(", "function")));
        OF_CEL.forEach(name -> words.add(new Word(name + "(", "function")));
        return words;
    }

    private List<Word> thresholds() {
        return book.parameters().values().stream()
                .map(each -> new Word(each.name(), ("threshold, " + each.value() + " " + each.unit()).strip()))
                .toList();
    }

    private List<Word> members(String type, String path) {
        RecordType record = vocabulary.types().get(type);
        if (record == null) {
            return List.of();
        }
        if (path.isEmpty()) {
            return record.members().stream()
                    .map(member -> new Word(member.name(), words(member.shape())))
                    .toList();
        }
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        return record.members().stream()
                .filter(member -> member.name().equals(name))
                .map(Member::shape)
                .map(ExpressionWords::single)
                .filter(shape -> shape.kind() == Kind.STRUCTURE)
                .findFirst()
                .map(shape -> members(shape.type(), dot < 0 ? "" : path.substring(dot + 1)))
                .orElse(List.of());
    }

    /** What is bound by exists and the like is one of a list. */
    private static Shape single(Shape shape) {
        return shape.kind() == Kind.LIST ? single(shape.element()) : shape;
    }

    private String words(Shape shape) {
        List<String> values = vocabulary.values(shape);
        return switch (shape.kind()) {
            case STRING ->
                values.isEmpty() ? "text" : "text: " + String.join(", ", values.subList(0, Math.min(4, values.size())));
            case LONG -> "whole number";
            case DOUBLE -> "number";
            case BOOLEAN -> "yes or no";
            case TIMESTAMP -> "time";
            case LIST -> "list of " + words(shape.element());
            default -> shape.kind().name().toLowerCase(Locale.ROOT);
        };
    }
}
