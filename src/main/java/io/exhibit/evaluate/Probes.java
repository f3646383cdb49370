package io.exhibit.evaluate;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.util.Map;

/** Asks the engine itself, once, whether it can read a text as a time or a number. */
final class Probes {

    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .addVar("text", SimpleType.STRING)
            .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();

    private Probes() {}

    /** Whether a function of CEL takes the text. */
    static boolean converts(String function, String text) {
        try {
            program(function + "(text)").eval(Map.of("text", text));
            return true;
        } catch (CelEvaluationException e) {
            return false;
        }
    }

    private static Program program(String expression) {
        try {
            return RUNTIME.createProgram(COMPILER.compile(expression).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("the probe is no expression: " + expression, e);
        }
    }
}
