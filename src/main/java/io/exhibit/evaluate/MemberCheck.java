package io.exhibit.evaluate;

import io.exhibit.control.Assertion;
import io.exhibit.control.Parameter;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the names that stand outside expressions: sources, further readings, places in the deviation sentence, proving members. */
final class MemberCheck {

    private final Vocabulary vocabulary;
    private final Collection<String> parameters;

    MemberCheck(Vocabulary vocabulary, Collection<String> parameters) {
        this.vocabulary = vocabulary;
        this.parameters = parameters;
    }

    /** Problems of {@code source} and {@code with}. */
    List<Problem> sources(Assertion assertion, Collection<String> taken) {
        List<Problem> problems = new ArrayList<>();
        if (!assertion.source().startsWith(Vocabulary.REGISTER)) {
            reading(assertion.source(), assertion.at("source")).ifPresent(problems::add);
        }
        if (assertion.across().given() && vocabulary.source(assertion.source()).isEmpty()) {
            problems.add(new Problem(
                    "across-without-source",
                    assertion.across().position(),
                    assertion.id() + ": across is for populations that are read from AWS.",
                    "Remove it."));
        }
        assertion.with().forEach((name, written) -> {
            String reading = Reach.of(written).reading();
            Position at = assertion.at("with." + name);
            if (Assertion.isOfWholePeriod(reading) || assertion.ofWholePeriod()) {
                problems.add(new Problem(
                        "unknown-source",
                        at,
                        assertion.id() + ": " + (Assertion.isOfWholePeriod(reading) ? reading : assertion.source())
                                + " belongs to a period, and stands beside no reading.",
                        ""));
            }
            reading(reading, at).ifPresent(problems::add);
            if (taken.contains(name) || name.equals("record") || name.equals("collected")) {
                problems.add(new Problem(
                        "taken-name",
                        at,
                        assertion.id() + ": the name " + name + " already means something else.",
                        "Choose another name under with."));
            }
        });
        return problems;
    }

    /** Problems of the parameter that chooses whether a test is asked: it is there, and it can say that it is not. */
    List<Problem> choice(Assertion assertion, Map<String, Parameter> given) {
        String name = assertion.particulars().chosenBy();
        Position at = assertion.at("chosen_by");
        if (name.isEmpty()) {
            return List.of();
        }
        Parameter parameter = given.get(name);
        if (parameter == null) {
            return List.of(new Problem(
                    "unknown-parameter",
                    at,
                    assertion.id() + ": there is no parameter " + name + ".",
                    Problem.didYouMean(name, given.keySet())));
        }
        return parameter.value() instanceof List<?> || parameter.value() instanceof Boolean
                ? List.of()
                : List.of(new Problem(
                        "wrong-operand",
                        at,
                        assertion.id() + ": " + name + " is neither a list nor yes or no, so that it chooses nothing.",
                        "Name a parameter of the type list or boolean."));
    }

    /** Problems of the places in the deviation sentence and of {@code proof}. */
    List<Problem> places(Assertion assertion, List<String> deviation) {
        List<Problem> problems = new ArrayList<>();
        deviation.forEach(path -> place(assertion, path, "{" + path + "}").ifPresent(problems::add));
        assertion
                .proof()
                .forEach(path -> place(assertion, path, "proof." + path).ifPresent(problems::add));
        return problems;
    }

    private Optional<Problem> place(Assertion assertion, String path, String part) {
        if (path.equals(Sentence.COLLECTED) || assertion.particulars().shows().containsKey(path)) {
            return Optional.empty();
        }
        Optional<String> hint = path.startsWith("target.")
                ? member("target", path.substring("target.".length()))
                : path.startsWith("parameters.")
                        ? among(parameters, path.substring("parameters.".length()))
                        : ofRecord(assertion, path);
        if (path.startsWith("parameters.")) {
            return hint.map(h -> new Problem(
                    "unknown-parameter",
                    assertion.at(part),
                    assertion.id() + ": there is no parameter " + path.substring("parameters.".length()) + ".",
                    h));
        }
        return hint.map(h -> new Problem(
                "unknown-member",
                assertion.at(part),
                assertion.id() + ": there is no member " + path + " of " + assertion.source() + ".",
                h));
    }

    private Optional<Problem> reading(String reading, Position position) {
        return among(vocabulary.readings().keySet(), reading)
                .map(hint -> new Problem("unknown-source", position, "There is no source " + reading + ".", hint));
    }

    /** A member of the record, or of the records of a further reading by its name. */
    private Optional<String> ofRecord(Assertion assertion, String path) {
        int dot = path.indexOf('.');
        String beside = dot < 0 ? null : assertion.with().get(path.substring(0, dot));
        if (beside != null) {
            String type = vocabulary.readings().get(Reach.of(beside).reading()).type();
            return member(type, path.substring(dot + 1));
        }
        String source = assertion.source();
        return source.startsWith(Vocabulary.REGISTER)
                ? Optional.empty()
                : member(vocabulary.readings().get(source).type(), path);
    }

    /** Empty when the path leads to a member, otherwise a hint, which may be "". */
    private Optional<String> member(String type, String path) {
        RecordType record = vocabulary.types().get(type);
        if (record == null) {
            return Optional.of("");
        }
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Optional<Shape> shape = record.members().stream()
                .filter(m -> m.name().equals(name))
                .map(Member::shape)
                .findFirst();
        if (shape.isEmpty()) {
            String near = Problem.didYouMean(
                    name, record.members().stream().map(Member::name).toList());
            return Optional.of(near.isEmpty() ? vocabulary.membersOf(type) : near);
        }
        if (dot < 0 || shape.get().kind() == Kind.MAP || shape.get().kind() == Kind.DOCUMENT) {
            return Optional.empty();
        }
        Shape of = single(shape.get());
        return of.kind() == Kind.STRUCTURE ? member(of.type(), path.substring(dot + 1)) : Optional.of("");
    }

    /** A path leads through a list to that member of each of its elements. */
    private static Shape single(Shape shape) {
        return shape.kind() == Kind.LIST ? single(shape.element()) : shape;
    }

    private static Optional<String> among(Collection<String> known, String word) {
        return known.contains(word) ? Optional.empty() : Optional.of(Problem.didYouMean(word, known));
    }
}
