package io.exhibit.evaluate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.ast.CelExprVisitor;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Parameter;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.evidence.RecordType.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the types of an expression cannot tell: a text that AWS's model does not list for the member it is compared with, a
 * regular expression that cannot be read or that every text fits, a time that is none. A member whose values AWS does not
 * list, and one that is made by {@code read}, is not checked.
 */
final class LiteralCheck extends CelExprVisitor {

    /** So many values are named in a hint. */
    private static final int NAMED = 12;

    private final Vocabulary vocabulary;
    private final Map<String, Parameter> parameters;
    private final Assertion assertion;
    private final Expression expression;
    private final CelAbstractSyntaxTree tree;
    private final MemberShapes shapes;
    private final List<Problem> problems = new ArrayList<>();

    private LiteralCheck(
            Vocabulary vocabulary,
            Map<String, Parameter> parameters,
            Assertion assertion,
            Expression expression,
            CelAbstractSyntaxTree tree) {
        this.vocabulary = vocabulary;
        this.parameters = parameters;
        this.assertion = assertion;
        this.expression = expression;
        this.tree = tree;
        this.shapes = new MemberShapes(vocabulary, tree);
    }

    static List<Problem> problems(
            Vocabulary vocabulary,
            Map<String, Parameter> parameters,
            Assertion assertion,
            Expression expression,
            CelAbstractSyntaxTree tree) {
        LiteralCheck check = new LiteralCheck(vocabulary, parameters, assertion, expression, tree);
        check.visit(tree);
        return check.problems;
    }

    @Override
    protected void visit(CelExpr whole, CelComprehension each) {
        MemberShapes.Element outer = shapes.name(each.iterVar(), each.iterRange());
        super.visit(whole, each);
        shapes.nameAgain(each.iterVar(), outer);
    }

    @Override
    protected void visit(CelExpr whole, CelCall call) {
        switch (call.function()) {
            case "_==_", "_!=_" -> {
                compared(call.args().get(0), call.args().get(1));
                compared(call.args().get(1), call.args().get(0));
            }
            case "@in" -> {
                shapes.element(call.args().get(1))
                        .ifPresent(shape ->
                                listed(shape, call.args().get(1), call.args().get(0)));
                if (call.args().get(1).getKind() == ExprKind.Kind.LIST) {
                    call.args()
                            .get(1)
                            .list()
                            .elements()
                            .forEach(one -> compared(call.args().get(0), one));
                }
            }
            case "matches" -> pattern(call.args().get(call.args().size() - 1));
            case "timestamp", "duration", "int", "double" ->
                conversion(call.function(), call.args().get(0));
            default -> {
                // Other functions take any text.
            }
        }
        super.visit(whole, call);
    }

    private void compared(CelExpr member, CelExpr literal) {
        shapes.of(member).ifPresent(shape -> listed(shape, member, literal));
    }

    private void listed(Shape shape, CelExpr member, CelExpr literal) {
        List<String> known = vocabulary.values(shape);
        String text = text(literal).orElse(null);
        // An empty text is how an expression says "not set".
        if (known.isEmpty() || text == null || text.isEmpty() || known.contains(text)) {
            return;
        }
        String hint = Problem.didYouMean(text, known);
        tell(
                "unknown-value",
                at(literal),
                "AWS never answers \"" + text + "\" for " + shapes.name(member) + ".",
                !hint.isEmpty()
                        ? hint
                        : known.size() <= NAMED
                                ? "It answers " + String.join(", ", known) + "."
                                : "It answers one of " + known.size() + " other words.");
    }

    private void pattern(CelExpr pattern) {
        Optional<Parameter> parameter = parameter(pattern);
        Optional<String> text = parameter.isPresent()
                ? parameter
                        .map(Parameter::value)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                : text(pattern);
        Position place = parameter.map(Parameter::position).orElseGet(() -> at(pattern));
        String named = parameter.map(p -> "the parameter " + p.name()).orElse("the pattern");
        String tooLarge = text.map(Regexes::tooLarge).orElse("");
        if (!tooLarge.isEmpty()) {
            tell("too-large", place, named + " " + tooLarge, "Look for fewer things at once.");
        } else if (text.isPresent() && !Regexes.isReadable(text.get())) {
            tell(
                    "bad-pattern",
                    place,
                    named + " is no regular expression (RE2): " + text.get(),
                    text.get().matches(".*\\(\\?<?[=!].*")
                            ? "(?! and (?= do not exist here; say the opposite with ! before the condition."
                            : "Look for a bracket that is not closed; put \\ before a sign that stands for itself.");
        } else if (text.isPresent() && Regexes.fitsEverything(text.get())) {
            tell(
                    "matches-everything",
                    place,
                    named + " fits every text: " + (text.get().isEmpty() ? "it is empty" : text.get()),
                    "Write what the names have in common, such as ^shared.");
        }
    }

    private void conversion(String function, CelExpr literal) {
        String text = text(literal).orElse(null);
        if (text != null && !Probes.converts(function, text)) {
            boolean time = function.equals("timestamp");
            tell(
                    time ? "bad-date" : "wrong-operand",
                    at(literal),
                    "\"" + text + "\" is no "
                            + (time ? "time" : function.equals("duration") ? "length of time" : "number"),
                    time ? "Write it like 2026-10-31T00:00:00Z." : "");
        }
    }

    private void tell(String code, Position place, String message, String hint) {
        String whole = assertion.id() + ": " + message + (message.endsWith(".") ? "" : ".");
        problems.add(new Problem(code, place, whole, hint));
    }

    private Optional<Parameter> parameter(CelExpr of) {
        return Optional.of(of)
                .filter(e -> e.getKind() == ExprKind.Kind.SELECT)
                .map(CelExpr::select)
                .filter(s -> s.operand().getKind() == ExprKind.Kind.IDENT
                        && s.operand().ident().name().equals(Types.PARAMETERS))
                .map(s -> parameters.get(s.field()));
    }

    private static Optional<String> text(CelExpr of) {
        return Optional.of(of)
                .filter(e -> e.getKind() == ExprKind.Kind.CONSTANT)
                .map(CelExpr::constant)
                .filter(c -> c.getKind() == CelConstant.Kind.STRING_VALUE)
                .map(CelConstant::stringValue);
    }

    private Position at(CelExpr part) {
        return Optional.ofNullable(tree.getSource().getPositionsMap().get(part.id()))
                .flatMap(tree.getSource()::getOffsetLocation)
                .map(place -> ExpressionProblems.at(expression, place.getLine(), place.getColumn()))
                .orElse(expression.position());
    }
}
