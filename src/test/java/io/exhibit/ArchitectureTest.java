package io.exhibit;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.exhibit.collect.Collector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floor plan, executed. A new room or a new arrow is an edit of {@link Plan}, seen in review. */
@OneJdk
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.exhibit");

    /** What nouns may name besides: what their interfaces throw, and the digest by which they are compared. */
    private static final Set<String> BESIDE_DATA = Set.of(
            "java.io.UncheckedIOException",
            "java.nio.charset.Charset",
            "java.nio.charset.StandardCharsets",
            "java.security.MessageDigest",
            "java.security.NoSuchAlgorithmException");

    /** A rule that saw no classes would hold; so there is a floor. */
    private static final int CLASSES_AT_LEAST = 350;

    @TestFactory
    Stream<DynamicTest> everyRoomKnowsOnlyTheRoomsOnThePlan() {
        return Plan.ARROWS.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(
                        room.getKey(),
                        () -> arrows(room.getKey(), room.getValue()).check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> everyLibraryHasOneRoom() {
        return Plan.LIBRARIES.entrySet().stream()
                .map(library -> DynamicTest.dynamicTest(
                        library.getKey(),
                        () -> library(library.getKey(), library.getValue()).check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> everyPartOfARoomKnowsOnlyThePartsOnThePlan() {
        return Plan.PARTS.entrySet().stream()
                .map(part -> DynamicTest.dynamicTest(
                        part.getKey(),
                        () -> parts(part.getKey(), part.getValue()).check(HOUSE)));
    }

    @Test
    void roomsThatAreOnThePlanByTheirPartsHaveNoOthers() {
        Set<String> rooms = Plan.PARTS.keySet().stream()
                .map(part -> part.split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> parts = HOUSE.stream()
                .filter(type -> rooms.contains(room(type)))
                .map(type -> type.getPackageName().substring("io.exhibit.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(parts).isEqualTo(new TreeSet<>(Plan.PARTS.keySet()));
    }

    @Test
    void everyClassStandsInARoom() {
        Set<String> rooms = HOUSE.stream().map(ArchitectureTest::room).collect(Collectors.toCollection(TreeSet::new));
        assertThat(rooms).as("a room that is not on the plan").isEqualTo(new TreeSet<>(Plan.ARROWS.keySet()));
    }

    @Test
    void everyRoomSaysInSixLinesWhatItIsFor() throws IOException {
        for (String room : Plan.ARROWS.keySet()) {
            Path file = Path.of("src/main/java/io/exhibit", room, "package-info.java");
            assertThat(file).exists();
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    void theRulesSawTheWholeHouse() {
        assertThat(HOUSE.size()).isGreaterThan(CLASSES_AT_LEAST);
    }

    @Test
    void roomsHaveNoCircles() {
        noCircles().check(HOUSE);
    }

    @Test
    void packagesHaveNoCirclesEither() {
        noCirclesOfPackages().check(HOUSE);
    }

    @Test
    void everyFileIsReadInOneSitting() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file))
                        .as(file + ": cut it where one concept ends and another begins")
                        .hasSizeLessThanOrEqualTo(300);
            }
        }
    }

    @Test
    void nounsKnowNothingButTheJdk() {
        nounsAreData().check(HOUSE);
    }

    @TestFactory
    Stream<DynamicTest> nobodyTouchesWhatIsBanned() {
        return Plan.BANNED.stream()
                .map(ban -> DynamicTest.dynamicTest(ban.what(), () -> ban.rule().check(HOUSE)));
    }

    @Test
    void collectorsNeverCatch() {
        collectorsNeverCatchRule().check(HOUSE);
    }

    @Test
    void theReadmeTellsTheSamePlan() throws IOException {
        Matcher rows =
                Pattern.compile("(?m)^\\| `([a-z]+)` \\|([^|]*)\\|").matcher(Files.readString(Path.of("README.md")));
        Map<String, Set<String>> told = new LinkedHashMap<>();
        while (rows.find()) {
            Matcher names = Pattern.compile("`([a-z]+)`").matcher(rows.group(2));
            Set<String> known = new TreeSet<>();
            while (names.find()) {
                known.add(names.group(1));
            }
            if (rows.group(2).contains("every room")) {
                known.addAll(Plan.ARROWS.keySet());
                known.remove(rows.group(1));
            }
            told.put(rows.group(1), known);
        }
        Map<String, Set<String>> plan = new LinkedHashMap<>();
        Plan.ARROWS.forEach((room, known) -> plan.put(room, new TreeSet<>(known)));
        assertThat(told).isEqualTo(plan);
    }

    static ArchRule arrows(String room, Set<String> known) {
        String[] allowed = Stream.concat(known.stream(), Stream.of(room))
                .map(r -> "io.exhibit." + r + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("io.exhibit." + room + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackages("io.exhibit..")))
                .because(
                        "verbs know only nouns, edges touch one library each, only run knows all verbs and only cli knows"
                                + " everybody");
    }

    /** Of the packages in its room a part knows those on the plan and no others. */
    static ArchRule parts(String part, Set<String> others) {
        String room = "io.exhibit." + part.split("\\.")[0] + "..";
        String[] allowed = Stream.concat(others.stream(), Stream.of(part))
                .map(known -> "io.exhibit." + known)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("io.exhibit." + part)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackages(room)))
                .because("a room of many files is read from its head down, and a part without its neighbours");
    }

    static ArchRule library(String packages, Set<String> rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        rooms.stream().map(r -> "io.exhibit." + r + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages)
                .because("a library that is known in one room can be replaced in one room");
    }

    static ArchRule noCircles() {
        return slices().matching("io.exhibit.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a circle is one room with two names");
    }

    /** Two heads know what stands below them: the list of the sources, and the calendar whose steps a cluster hands around. */
    static ArchRule noCirclesOfPackages() {
        return slices().matching("io.exhibit.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(nameMatching("io\\.exhibit\\.aws\\.AwsCollectors.*"), alwaysTrue())
                .ignoreDependency(nameMatching("io\\.exhibit\\.schedule\\.Timetable.*"), nameMatching(".*ShareJobs.*"))
                .because("a circle is one package with two names");
    }

    static ArchRule nounsAreData() {
        return classes()
                .that()
                .resideInAnyPackage("io.exhibit.evidence..", "io.exhibit.control..", "io.exhibit.assessment..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("io.exhibit..", "java.lang..", "java.time..", "java.util..")
                        .or(DescribedPredicate.describe(
                                "are io errors or digests", c -> BESIDE_DATA.contains(c.getName()))))
                .because("nouns are data: no input or output, no library");
    }

    static ArchRule collectorsNeverCatchRule() {
        return classes()
                .that()
                .areAssignableTo(Collector.class)
                .should(new ArchCondition<>("not catch") {
                    @Override
                    public void check(JavaClass collector, ConditionEvents events) {
                        for (JavaCodeUnit unit : collector.getCodeUnits()) {
                            if (!unit.getTryCatchBlocks().isEmpty()) {
                                events.add(SimpleConditionEvent.violated(collector, unit.getFullName() + " catches"));
                            }
                        }
                    }
                })
                .because("a collector that catches can turn 'access denied' into 'nothing found'");
    }

    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "(none)";
    }

    /** Calls, method references and fields that nobody, or nobody outside some room, touches. */
    record Ban(String what, Set<String> except, List<String> targets, String because) {

        ArchRule rule() {
            Set<String> banned = Set.copyOf(targets);
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            except.stream().map(r -> "io.exhibit." + r + "..").toArray(String[]::new))
                    .should(accessTargetWhere(DescribedPredicate.describe(
                            what,
                            access -> banned.contains(access.getTarget().getFullName())
                                    // A subclass calls the constructor above it, which draws nothing.
                                    && !access.getOriginOwner()
                                            .isAssignableTo(
                                                    access.getTargetOwner().getName()))))
                    .because(because);
        }
    }

    /** Which rooms there are, whom each may know, and where each library lives. */
    static final class Plan {

        static final Map<String, Set<String>> ARROWS = new LinkedHashMap<>();

        /** Rooms with many files: their packages, and which of the others each may know. */
        static final Map<String, Set<String>> PARTS = new LinkedHashMap<>();

        static final Map<String, Set<String>> LIBRARIES = new LinkedHashMap<>();

        static {
            List<String> nouns = List.of("evidence", "control", "assessment");
            List<String> verbs = List.of("collect", "seal", "read", "evaluate", "render", "deliver");
            ARROWS.put("evidence", Set.of());
            ARROWS.put("control", Set.of("evidence"));
            ARROWS.put("assessment", Set.of("evidence", "control"));
            ARROWS.put("collect", Set.of("evidence"));
            ARROWS.put("seal", Set.of("evidence", "assessment"));
            ARROWS.put("read", Set.of("evidence"));
            ARROWS.put("evaluate", Set.of("evidence", "control", "assessment"));
            ARROWS.put("render", Set.of("evidence", "control", "assessment"));
            ARROWS.put("deliver", Set.of("evidence", "assessment"));
            ARROWS.put("aws", Set.of("collect", "evidence", "seal", "deliver"));
            ARROWS.put("mapping", Set.of("control", "evidence"));
            ARROWS.put("sandbox", Set.of());
            ARROWS.put("run", Stream.concat(nouns.stream(), verbs.stream()).collect(Collectors.toSet()));
            ARROWS.put("schedule", Set.of("run"));
            ARROWS.put("monitor", Set.of("run"));
            ARROWS.put("console", Set.of("evidence", "control", "assessment", "seal", "render", "run"));
            Set<String> everybody = new TreeSet<>(ARROWS.keySet());
            ARROWS.put("cli", everybody);

            PARTS.put("console.page", Set.of());
            PARTS.put("console.door", Set.of("console.page"));
            PARTS.put("console.frame", Set.of("console.page", "console.door"));
            Set<String> everyPage = Set.of("console.page", "console.door", "console.frame");
            PARTS.put("console.month", everyPage);
            PARTS.put("console.claims", everyPage);
            PARTS.put("console.book", everyPage);
            PARTS.put("console.runs", everyPage);
            PARTS.put("console.packs", with(everyPage, "console.month"));
            PARTS.put("console", Set.copyOf(PARTS.keySet()));

            PARTS.put("run.items", Set.of());
            PARTS.put("run.book", Set.of());
            PARTS.put("run.mask", Set.of("run.items"));
            PARTS.put("run", Set.of("run.items", "run.book", "run.mask"));
            PARTS.put("run.watch", Set.of("run"));

            PARTS.put("cli.terminal", Set.of());
            PARTS.put("cli.settings", Set.of("cli.terminal"));
            PARTS.put("cli.wiring", Set.of("cli.terminal", "cli.settings"));
            Set<String> everyCommand = Set.of("cli.terminal", "cli.settings", "cli.wiring");
            PARTS.put("cli.demo", everyCommand);
            PARTS.put("cli.verify", everyCommand);
            PARTS.put("cli.packs", everyCommand);
            PARTS.put("cli.runs", everyCommand);
            PARTS.put("cli.book", with(everyCommand, "cli.runs"));
            PARTS.put("cli.checks", with(everyCommand, "cli.runs"));
            PARTS.put("cli.vault", with(everyCommand, "cli.checks"));
            PARTS.put("cli.node", with(everyCommand, "cli.runs", "cli.packs", "cli.checks"));
            PARTS.put("cli.desk", with(everyCommand, "cli.book", "cli.packs", "cli.node"));
            PARTS.put("cli.serve", with(everyCommand, "cli.runs", "cli.packs", "cli.node", "cli.desk"));
            PARTS.put(
                    "cli.bench",
                    with(everyCommand, "cli.demo", "cli.runs", "cli.packs", "cli.book", "cli.node", "cli.desk"));
            PARTS.put(
                    "cli",
                    PARTS.keySet().stream()
                            .filter(part -> part.startsWith("cli."))
                            .collect(Collectors.toSet()));

            LIBRARIES.put("software.amazon..", Set.of("aws"));
            LIBRARIES.put("org.netpreserve..", Set.of("seal"));
            // Time stamps of third parties (RFC 3161, CMS), which the JDK can neither ask for nor check.
            LIBRARIES.put("org.bouncycastle..", Set.of("seal"));
            LIBRARIES.put("com.github.luben..", Set.of("seal"));
            LIBRARIES.put("org.snakeyaml..", Set.of("mapping"));
            LIBRARIES.put("com.fasterxml.jackson.dataformat..", Set.of("mapping"));
            LIBRARIES.put("dev.cel..", Set.of("evaluate"));
            LIBRARIES.put("freemarker..", Set.of("render"));
            LIBRARIES.put("org.apache.pdfbox..", Set.of("render"));
            LIBRARIES.put("com.openhtmltopdf..", Set.of("render"));
            LIBRARIES.put("org.quartz..", Set.of("schedule"));
            LIBRARIES.put("jakarta.mail..", Set.of("deliver"));
            LIBRARIES.put("jakarta.activation..", Set.of("deliver"));
            LIBRARIES.put("org.eclipse.angus..", Set.of("deliver"));
            LIBRARIES.put("org.apache.sshd..", Set.of("deliver"));
            LIBRARIES.put("io.micrometer..", Set.of("monitor"));
            LIBRARIES.put("io.prometheus..", Set.of("monitor"));
            LIBRARIES.put("com.sun.net.httpserver..", Set.of("monitor", "sandbox"));
            LIBRARIES.put("io.javalin..", Set.of("console"));
            LIBRARIES.put("org.eclipse.jetty..", Set.of("console"));
            LIBRARIES.put("jakarta.servlet..", Set.of("console"));
            LIBRARIES.put("kotlin..", Set.of("console"));
            LIBRARIES.put("java.sql..", Set.of("schedule"));
            LIBRARIES.put("com.zaxxer..", Set.of("schedule"));
            LIBRARIES.put("org.flywaydb..", Set.of("schedule"));
            LIBRARIES.put("org.postgresql..", Set.of("schedule"));
            LIBRARIES.put("ch.qos.logback..", Set.of("cli"));
            LIBRARIES.put("org.slf4j..", Set.of("cli"));
            LIBRARIES.put("picocli..", Set.of("cli"));
            LIBRARIES.put(
                    "com.fasterxml.jackson..",
                    Set.of(
                            "aws",
                            "collect",
                            "seal",
                            "read",
                            "evaluate",
                            "mapping",
                            "render",
                            "deliver",
                            "sandbox",
                            "run",
                            "cli"));
        }

        static final List<Ban> BANNED = List.of(
                new Ban(
                        "reads the clock",
                        Set.of("cli"),
                        List.of(
                                "java.time.Instant.now()",
                                "java.time.LocalDate.now()",
                                "java.time.LocalDateTime.now()",
                                "java.time.ZonedDateTime.now()",
                                "java.time.OffsetDateTime.now()",
                                "java.time.Clock.systemUTC()",
                                "java.time.Clock.systemDefaultZone()",
                                "java.time.InstantSource.system()",
                                "java.lang.System.currentTimeMillis()",
                                "java.util.Date.<init>()"),
                        "the same input gives the same bytes only when time is an argument"),
                new Ban(
                        "throws dice",
                        Set.of("cli"),
                        List.of(
                                "java.util.UUID.randomUUID()",
                                "java.lang.Math.random()",
                                "java.util.Random.<init>()",
                                "java.security.SecureRandom.<init>()",
                                "java.util.concurrent.ThreadLocalRandom.current()"),
                        "the same input gives the same bytes only when chance is an argument"),
                new Ban(
                        "ends the program",
                        Set.of("cli"),
                        List.of("java.lang.System.exit(int)", "java.lang.Runtime.halt(int)"),
                        "a room that ends the program takes the others with it"),
                new Ban(
                        "writes to the console",
                        Set.of("cli"),
                        List.of(
                                "java.lang.System.out",
                                "java.lang.System.err",
                                "java.lang.Throwable.printStackTrace()",
                                "java.lang.Exception.printStackTrace()"),
                        "only the command line knows whether a person, a file or a program is listening"),
                new Ban(
                        "takes the machine's locale, zone or charset",
                        Set.of("nobody"),
                        List.of(
                                "java.util.Locale.getDefault()",
                                "java.time.ZoneId.systemDefault()",
                                "java.nio.charset.Charset.defaultCharset()",
                                "java.lang.String.toLowerCase()",
                                "java.lang.String.toUpperCase()",
                                "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
                                "java.lang.String.formatted([Ljava.lang.Object;)"),
                        "a pack must not depend on the machine that prints it"),
                new Ban(
                        "sleeps",
                        Set.of("cli"),
                        List.of("java.lang.Thread.sleep(long)", "java.lang.Thread.sleep(java.time.Duration)"),
                        "who waits takes the pause as an argument, so that tests do not wait"));

        private static Set<String> with(Set<String> known, String... more) {
            return Stream.concat(known.stream(), Stream.of(more)).collect(Collectors.toSet());
        }

        private Plan() {}
    }
}
