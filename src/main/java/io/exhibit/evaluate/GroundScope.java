package io.exhibit.evaluate;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name that a comprehension gives to an entry of its list, and what the parts of an expression are called there.
 *
 * @param list name of the list whose entry it is
 */
record GroundScope(CelVariableResolver outer, String variable, Object value, String list)
        implements CelVariableResolver {

    /** Of the expression as a whole, which names no entry. */
    static GroundScope of(CelVariableResolver variables) {
        return new GroundScope(variables, "", "", "");
    }

    @Override
    public Optional<Object> find(String wanted) {
        return wanted.equals(variable) ? Optional.of(value) : outer.find(wanted);
    }

    /** The name of the list whose entry the variable stands for; "" for a variable of the expression itself. */
    String listOf(String wanted) {
        return wanted.equals(variable) ? list : outer instanceof GroundScope scope ? scope.listOf(wanted) : "";
    }

    static String root(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT -> part.ident().name();
            case SELECT -> root(part.select().operand());
            default -> "";
        };
    }

    /** "Attachments.State" of {@code record.Attachments.State}, "clusters.Arn" of an entry of clusters; "" when it has none. */
    String name(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT ->
                part.ident().name().equals("record")
                        ? ""
                        : listOf(part.ident().name()).isEmpty()
                                ? part.ident().name()
                                : listOf(part.ident().name());
            case SELECT -> {
                String before = name(part.select().operand());
                yield before.isEmpty()
                        ? part.select().field()
                        : before + "." + part.select().field();
            }
            case COMPREHENSION -> name(part.comprehension().iterRange());
            case CALL ->
                part.call().function().equals("_+_")
                        ? part.call().args().stream().map(list -> name(list)).collect(Collectors.joining(" or "))
                        : "";
            default -> "";
        };
    }
}
