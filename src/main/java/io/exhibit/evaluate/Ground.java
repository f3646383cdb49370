package io.exhibit.evaluate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What an answer rests on: of the alternatives of an expression the one that decided, and the values that stand in it. Of a list
 * in which one entry is enough it is that entry; of one in which every entry counts, how many there were.
 */
final class Ground {

    /** Makes a part of a compiled expression a program. */
    interface Parts {
        Program program(CelAbstractSyntaxTree part) throws CelEvaluationException;
    }

    /** What holds for a member or a list as a whole: "statements: none of 12". */
    record Looked(String words) {}

    private final CelAbstractSyntaxTree tree;
    private final Parts parts;
    private final boolean decides;
    private final Map<Long, Program> programs = new ConcurrentHashMap<>();

    Ground(CelAbstractSyntaxTree tree, Parts parts) {
        this.tree = tree;
        this.parts = parts;
        this.decides = decides(tree.getExpr());
    }

    /** Whether there is more to tell than the members that the expression names. */
    boolean decides() {
        return decides;
    }

    /**
     * What was found, by names, in the order of the expression. A name such as {@code clusters.LatestRestorableTime} is a member of an
     * entry of that list; where no entry decides, {@link Looked} says what holds for all of them.
     *
     * @param values by their names
     * @param entries that decided, by the names of their lists
     */
    record Found(Map<String, Object> values, Map<String, Object> entries) {}

    /** @param met what the expression says of the item */
    Found of(boolean met, CelVariableResolver variables) {
        Found found = new Found(new LinkedHashMap<>(), new LinkedHashMap<>());
        explain(tree.getExpr(), met, GroundScope.of(variables), found);
        return found;
    }

    private static boolean decides(CelExpr whole) {
        return switch (whole.getKind()) {
            case COMPREHENSION -> true;
            case CALL ->
                switch (whole.call().function()) {
                    case "_||_", "_?_:_" -> true;
                    default -> whole.call().args().stream().anyMatch(Ground::decides);
                };
            default -> false;
        };
    }

    private void explain(CelExpr whole, boolean met, GroundScope scope, Found found) {
        if (whole.getKind() == Kind.COMPREHENSION) {
            entries(whole, met, scope, found);
            return;
        }
        List<CelExpr> args = whole.getKind() == Kind.CALL ? whole.call().args() : List.of();
        switch (whole.getKind() == Kind.CALL ? whole.call().function() : "") {
            case "_||_", "_&&_" -> {
                boolean one = whole.call().function().equals("_||_") == met;
                Stream<CelExpr> deciding =
                        one ? args.stream().filter(a -> says(a, met, scope)).limit(1) : args.stream();
                deciding.forEach(a -> explain(a, met, scope, found));
            }
            case "!_" -> explain(args.get(0), !met, scope, found);
            case "_?_:_" -> explain(args.get(says(args.get(0), true, scope) ? 1 : 2), met, scope, found);
            default -> members(whole, scope, found);
        }
    }

    private void entries(CelExpr whole, boolean met, GroundScope scope, Found found) {
        CelComprehension each = whole.comprehension();
        boolean any = starts(each, false) && steps(each, "_||_");
        if (!any && !(starts(each, true) && steps(each, "_&&_"))
                || !(value(each.iterRange(), scope).orElse(null) instanceof List<?> list)) {
            members(whole, scope, found);
            return;
        }
        String name = scope.name(each.iterRange());
        CelExpr condition = each.loopStep().call().args().get(1);
        Stream<GroundScope> entries = list.stream().map(entry -> new GroundScope(scope, each.iterVar(), entry, name));
        if (any == met) {
            entries.filter(entry -> says(condition, met, entry)).findFirst().ifPresent(entry -> {
                found.entries().merge(name, entry.value(), Ground::also);
                explain(condition, met, entry, found);
            });
        } else if (name.isEmpty() || list.size() == 1 && (!any || ownList(each.iterRange()))) {
            entries.forEach(entry -> explain(condition, met, entry, found));
        } else {
            members(condition, scope, found);
            String looked = list.isEmpty() ? "none" : (any ? "none of " : "each of ") + list.size();
            found.values().put(name, new Looked(name + ": " + looked));
        }
    }

    /** Two conditions may each be met by another entry of one list, such as two keys of a trust. */
    private static Object also(Object found, Object next) {
        if (!(next instanceof String) || found instanceof Map) {
            return found;
        }
        List<Object> all = new ArrayList<>(found instanceof List<?> list ? list : List.of(found));
        if (!all.contains(next)) {
            all.add(next);
        }
        return all.size() == 1 ? all.get(0) : List.copyOf(all);
    }

    /** A member of what is judged; of a register and of a further reading one entry is like any other. */
    private static boolean ownList(CelExpr list) {
        return list.getKind() == Kind.SELECT && !GroundScope.root(list).equals("registers");
    }

    private static boolean starts(CelComprehension each, boolean with) {
        return each.accuInit().getKind() == Kind.CONSTANT
                && each.accuInit().constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
                && each.accuInit().constant().booleanValue() == with;
    }

    private static boolean steps(CelComprehension each, String by) {
        return each.loopStep().getKind() == Kind.CALL
                && each.loopStep().call().function().equals(by);
    }

    /** The members of the record, and of the entries at hand, that stand in a condition which is not taken apart any further. */
    private void members(CelExpr whole, GroundScope scope, Found found) {
        Map<String, Object> own = new LinkedHashMap<>();
        Map<String, Object> ofEntries = new LinkedHashMap<>();
        collect(whole, scope, own, ofEntries);
        (ofEntries.isEmpty() ? own : ofEntries).forEach(found.values()::putIfAbsent);
    }

    private void collect(CelExpr part, GroundScope scope, Map<String, Object> own, Map<String, Object> ofEntries) {
        String list = scope.listOf(GroundScope.root(part));
        String name = scope.name(part);
        if (!list.isEmpty() || GroundScope.root(part).equals("record")) {
            if (!name.isEmpty()) {
                Optional<Object> value = value(asked(part), scope);
                boolean has = part.getKind() == Kind.SELECT && part.select().testOnly();
                if (value.isPresent() != has && !(value.orElse("") instanceof Map)) {
                    (list.isEmpty() ? own : ofEntries).put(name, value.orElse(new Looked(name + " is not there")));
                }
            }
            return;
        }
        if (part.getKind() == Kind.CALL) {
            part.call().target().ifPresent(target -> collect(target, scope, own, ofEntries));
            part.call().args().forEach(argument -> collect(argument, scope, own, ofEntries));
        } else if (part.getKind() == Kind.LIST) {
            part.list().elements().forEach(element -> collect(element, scope, own, ofEntries));
        } else if (part.getKind() == Kind.COMPREHENSION) {
            chosen(part, scope, ofEntries);
        }
    }

    /** The one entry that a filter chose, with the members that the conditions about it name. */
    private void chosen(CelExpr part, GroundScope scope, Map<String, Object> ofEntries) {
        List<CelComprehension> chain = new ArrayList<>();
        CelExpr filter = part;
        for (CelExpr next = part;
                next.getKind() == Kind.COMPREHENSION;
                next = next.comprehension().iterRange()) {
            chain.add(0, next.comprehension());
            filter = next;
        }
        if (value(filter, scope).orElse(null) instanceof List<?> list && list.size() == 1) {
            for (CelComprehension each : chain) {
                GroundScope entry = new GroundScope(scope, each.iterVar(), list.get(0), scope.name(filter));
                collect(each.loopStep(), entry, new LinkedHashMap<>(), ofEntries);
            }
        }
    }

    /** Of {@code has(record.member)} the member itself. */
    private CelExpr asked(CelExpr part) {
        return part.getKind() == Kind.SELECT && part.select().testOnly()
                ? CelExpr.ofSelect(
                        -part.id(), part.select().operand(), part.select().field(), false)
                : part;
    }

    private boolean says(CelExpr part, boolean wanted, GroundScope scope) {
        return value(part, scope).filter(Boolean.valueOf(wanted)::equals).isPresent();
    }

    /** Empty where nothing can be said: an absent member, a reading that could not be read. */
    private Optional<Object> value(CelExpr part, GroundScope scope) {
        return switch (part.getKind()) {
            case IDENT -> scope.find(part.ident().name());
            case SELECT -> member(part, scope);
            default -> computed(part, scope);
        };
    }

    /** The same as a program would find, at a tenth of the time. */
    private Optional<Object> member(CelExpr part, GroundScope scope) {
        if (part.select().testOnly()) {
            return computed(part, scope);
        }
        return value(part.select().operand(), scope)
                .map(whole -> whole instanceof Map<?, ?> members
                        ? members.get(part.select().field())
                        : null);
    }

    private Optional<Object> computed(CelExpr part, GroundScope scope) {
        try {
            Program program = programs.get(part.id());
            if (program == null) {
                program = parts.program(CelAbstractSyntaxTree.newCheckedAst(
                        part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap()));
                programs.put(part.id(), program);
            }
            return Optional.ofNullable(program.eval(scope));
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }
}
