package io.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.exhibit.ArchitectureTest.Plan;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each rule of the floor plan, held against a class that breaks it on purpose. */
@OneJdk
class ArchitectureRulesCanFailTest {

    private static final JavaClasses BROKEN = new ClassFileImporter()
            .importPackages(
                    "io.exhibit.render.broken",
                    "io.exhibit.seal.broken",
                    "io.exhibit.evidence.broken",
                    "io.exhibit.run.broken",
                    "io.exhibit.aws.broken");

    @TestFactory
    Stream<DynamicTest> arrowFails() {
        return Stream.of(fails("render knows seal", ArchitectureTest.arrows("render", Plan.ARROWS.get("render"))));
    }

    @TestFactory
    Stream<DynamicTest> libraryFails() {
        return Plan.LIBRARIES.entrySet().stream()
                .map(library ->
                        fails(library.getKey(), ArchitectureTest.library(library.getKey(), library.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> bansFail() {
        return Plan.BANNED.stream().map(ban -> fails(ban.what(), ban.rule()));
    }

    @TestFactory
    Stream<DynamicTest> shapeFails() {
        return Stream.of(
                fails("a part that knows its neighbour", ArchitectureTest.parts("run.broken", Set.of())),
                fails("a circle", ArchitectureTest.noCircles()),
                fails("a noun that knows a library", ArchitectureTest.nounsAreData()),
                fails("a collector that catches", ArchitectureTest.collectorsNeverCatchRule()));
    }

    private static DynamicTest fails(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> {
            var result = rule.evaluate(BROKEN);
            assertThat(result.hasViolation()).as(name).isTrue();
            assertThat(rule.getDescription()).contains("because");
        });
    }
}
