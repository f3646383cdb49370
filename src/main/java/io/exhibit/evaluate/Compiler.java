package io.exhibit.evaluate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Book;
import io.exhibit.control.Parameter;
import io.exhibit.control.Problem;
import io.exhibit.evidence.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compiles the expressions of a book against the record types, once; what does not fit comes back as problems. */
public final class Compiler {

    /** Bounds what one expression may cost: a comprehension over lists within lists. */
    private static final CelOptions OPTIONS = CelOptions.current()
            .comprehensionMaxIterations(1_000_000)
            .maxParseExpressionNodeCount(5_000)
            .build();

    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardFunctions(Functions.standard())
            .addFunctionBindings(Functions.bindings())
            .build();

    private final Expressions.Same catalog;
    private final Vocabulary vocabulary;
    private final Types types;
    private final ExpressionProblems told;
    private final MemberCheck members;
    private final Map<String, Parameter> parameters;
    private final List<Problem> problems = new ArrayList<>();

    private Compiler(Book book, Vocabulary vocabulary, Catalog catalog) {
        this.catalog = new Expressions.Same(catalog);
        this.vocabulary = vocabulary;
        this.types = new Types(vocabulary.types(), book.parameters());
        this.told = new ExpressionProblems(vocabulary, book.parameters().keySet());
        this.parameters = book.parameters();
        this.members = new MemberCheck(vocabulary, book.parameters().keySet());
    }

    /** Compiles the assertions of a book; what this process has checked before is not checked again. */
    public static CompiledBook of(Book book, Catalog catalog) {
        Vocabulary vocabulary = new Vocabulary(catalog);
        Compiler compiler = new Compiler(book, vocabulary, catalog);
        List<CompiledTest> tests = book.nightly().stream()
                .map(compiler::compile)
                .filter(Objects::nonNull)
                .toList();
        return new CompiledBook(book, vocabulary, tests, List.copyOf(compiler.problems));
    }

    /** Everything in the assertions' expressions, sources and sentences that does not fit the records. */
    public static List<Problem> problems(Book book, Catalog catalog) {
        return of(book, catalog).problems();
    }

    private CompiledTest compile(Assertion assertion) {
        Map<String, CelType> names = new LinkedHashMap<>();
        names.put("now", SimpleType.TIMESTAMP);
        names.put("target", Types.struct("target"));
        names.put("period", Types.struct("period"));
        names.put("parameters", Types.struct(Types.PARAMETERS));
        names.put("registers", MapType.create(SimpleType.STRING, ListType.create(Types.ENTRY)));
        List<Problem> sources = members.sources(assertion, names.keySet());
        problems.addAll(sources);
        if (!sources.isEmpty()) {
            return null;
        }
        assertion
                .with()
                .forEach((name, reading) ->
                        names.put(name, ListType.create(record(Reach.of(reading).reading()))));
        Predicate across = predicate(assertion, assertion.across(), names);
        names.put("record", record(assertion.source()));
        names.put("collected", SimpleType.TIMESTAMP);
        boolean all = assertion.where().text().equals("true");
        Predicate where = all ? null : predicate(assertion, assertion.where(), names);
        Predicate expect = predicate(assertion, assertion.expect(), names);
        Sentence deviation = new Sentence(assertion.deviation());
        problems.addAll(members.places(assertion, deviation.paths()));
        problems.addAll(members.choice(assertion, parameters));
        Sentence proof = Sentence.proof(assertion.proof());
        Map<String, Predicate> shows = new LinkedHashMap<>();
        assertion
                .particulars()
                .shows()
                .forEach((name, shown) -> shows.put(name, compiled(assertion, shown, names, SimpleType.DYN)));
        return new CompiledTest(assertion, where, expect, across, deviation, proof, shows);
    }

    private CelType record(String reading) {
        return reading.startsWith(Vocabulary.REGISTER)
                ? Types.ENTRY
                : Types.struct(vocabulary.readings().get(reading).type());
    }

    private Predicate predicate(Assertion assertion, Expression expression, Map<String, CelType> names) {
        return compiled(assertion, expression, names, SimpleType.BOOL);
    }

    private Predicate compiled(Assertion assertion, Expression expression, Map<String, CelType> names, CelType result) {
        if (!expression.given()) {
            return null;
        }
        Expressions.Key key =
                new Expressions.Key(catalog, types.thresholds(), new LinkedHashMap<>(names), result, expression.text());
        Expressions.Checked checked = Expressions.known(key).orElseGet(() -> check(assertion, expression, key));
        if (checked == null) {
            return null;
        }
        problems.addAll(LiteralCheck.problems(vocabulary, parameters, assertion, expression, checked.tree()));
        return checked.predicate();
    }

    /** {@code null} when it is not sound; then there is a problem. */
    private Expressions.Checked check(Assertion assertion, Expression expression, Expressions.Key key) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setTypeProvider(types)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(Functions.declarations())
                .setResultType(key.result());
        key.names().forEach(builder::addVar);
        CelValidationResult compiled = builder.build().compile(expression.text());
        if (compiled.hasError()) {
            problems.addAll(told.of(assertion, expression, key.names().keySet(), compiled.getErrors()));
            return null;
        }
        try {
            CelAbstractSyntaxTree tree = compiled.getAst();
            Expressions.Checked checked = new Expressions.Checked(
                    tree,
                    new Predicate(
                            expression.text(), RUNTIME.createProgram(tree), new Ground(tree, RUNTIME::createProgram)));
            Expressions.keep(key, checked);
            return checked;
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("a checked expression must become a program", e);
        }
    }
}
