package io.exhibit.evaluate;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import java.time.Duration;
import java.util.List;

/** What expressions may call beside CEL's own functions. */
final class Functions {

    static final List<String> NAMES = List.of("days", "hours", "action_matches", "glob");

    private static final Regexes REGEXES = new Regexes();

    private Functions() {}

    /** CEL's own, less those that are bound here. */
    static CelStandardFunctions standard() {
        return CelStandardFunctions.newBuilder()
                .excludeFunctions(StandardFunction.MATCHES)
                .build();
    }

    static List<CelFunctionDecl> declarations() {
        return List.of(
                declare("days", SimpleType.DURATION, SimpleType.INT),
                declare("hours", SimpleType.DURATION, SimpleType.INT),
                declare("action_matches", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING),
                declare("glob", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING));
    }

    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from("matches", String.class, String.class, REGEXES::find),
                CelFunctionBinding.from("matches_string", String.class, String.class, REGEXES::find),
                CelFunctionBinding.from("days_of", Long.class, Duration::ofDays),
                CelFunctionBinding.from("hours_of", Long.class, Duration::ofHours),
                // IAM compares actions without regard to case (IAM JSON policy elements: Action).
                CelFunctionBinding.from(
                        "action_matches_of",
                        String.class,
                        String.class,
                        (pattern, action) -> Wildcards.match(pattern, action, true)),
                CelFunctionBinding.from(
                        "glob_of",
                        String.class,
                        String.class,
                        (pattern, text) -> Wildcards.match(pattern, text, false)));
    }

    private static CelFunctionDecl declare(String name, CelType result, CelType... arguments) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name + "_of", result, List.of(arguments)));
    }
}
