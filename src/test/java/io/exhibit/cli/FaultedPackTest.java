package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.aws.Fault;
import io.exhibit.cli.Faulted.Logged;
import io.exhibit.cli.FaultedRuns.BoundNight;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.FaultKind;
import io.exhibit.sandbox.FaultSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A night with every kind of fault of the sandbox, each at a place of its own, really bound: what a reader of the PDF is told.
 * With {@code -Dexhibit.faults=all} every kind has a night and a pack of its own as well. Faults of the wire before the sandbox
 * have none: their rows differ from those of the sandbox's by the message alone (aws.FaultMatrixTest has each of them in the
 * pack's model).
 */
@OneJdk
class FaultedPackTest {

    private static final List<String> ACCOUNTS =
            List.of("111122223333 management", "222233334444 security", "333344445555 claims-prod");
    private static final List<String> LISTS =
            List.of("kms:ListKeys", "guardduty:ListDetectors", "access-analyzer:ListAnalyzers");
    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "us-west-2");

    /** A row begins with the days, how many calls, and the account. */
    private static final Pattern ROW = Pattern.compile(FaultedRuns.NIGHT + "(\\d+?)(?=\\d{12}[a-z])");

    @TempDir
    private static Path folder;

    private static FaultedRuns runs;

    /** Where a kind of fault hits; no two kinds share a place and a cause. */
    private record Hit(FaultKind kind, String account, String region, String operation) {

        static Hit of(FaultKind kind) {
            if (kind == FaultKind.NO_TOKEN) {
                // The lists have one page at most places, so that they cannot say that more follows.
                return new Hit(kind, ACCOUNTS.get(0).substring(0, 12), "global", "iam:GetAccountAuthorizationDetails");
            }
            int n = kind.ordinal();
            return new Hit(kind, ACCOUNTS.get(n % 3).substring(0, 12), REGIONS.get(n / 3 % 3), LISTS.get(n / 9));
        }

        FaultSpec spec() {
            return FaultSpec.parse(operation.replace(':', '.') + "@" + account + "/" + region + "=" + kind.word());
        }

        boolean made(Logged logged) {
            return logged.place().target().equals(new Target(account, region))
                    && logged.gap().call().operation().equals(operation)
                    && Fault.causes(kind).contains(logged.gap().cause());
        }
    }

    @BeforeAll
    static void open() throws IOException {
        runs = new FaultedRuns(folder);
        assertThat(runs.collect(List.of()).gaps()).isEmpty();
    }

    @AfterAll
    static void close() {
        runs.close();
    }

    static Stream<List<FaultKind>> nights() {
        return nights(kind -> !kind.isHarmless());
    }

    static Stream<List<FaultKind>> harmlessNights() {
        return nights(FaultKind::isHarmless);
    }

    /** All together, and each alone. */
    private static Stream<List<FaultKind>> nights(Predicate<FaultKind> which) {
        List<FaultKind> kinds = Stream.of(FaultKind.values()).filter(which).toList();
        Stream<List<FaultKind>> together = Stream.of(kinds);
        return "all".equals(System.getProperty("exhibit.faults"))
                ? Stream.concat(together, kinds.stream().map(List::of))
                : together;
    }

    @ParameterizedTest
    @MethodSource("harmlessNights")
    void whatCameWhenItWasAskedAgainIsNoCallWithoutAnAnswer(List<FaultKind> kinds) throws IOException {
        List<FaultSpec> faults = kinds.stream()
                .map(kind -> FaultSpec.parse("iam.GetAccountAuthorizationDetails@"
                        + ACCOUNTS.get(kind.ordinal() % 3).substring(0, 12) + "=" + kind.word()))
                .toList();
        BoundNight night = runs.bind("EH-harmless-" + kinds.get(0).word() + kinds.size() + "-2026-10", faults);

        assertThat(night.gaps()).isEmpty();
        assertThat(text(night.pack())).contains("None.Everycallwasanswered.");
        assertThat(rows(night.pack())).isEmpty();
    }

    @Test
    void aBrokenWireEndsInCausesThatFaultsOfTheSandboxPrint() {
        Set<Cause> printed = nights(kind -> !kind.isHarmless())
                .flatMap(List::stream)
                .flatMap(kind -> Fault.causes(kind).stream())
                .collect(Collectors.toSet());
        assertThat(Fault.ALL)
                .filteredOn(fault -> fault.kind() == null)
                .hasSize(6)
                .allSatisfy(fault -> assertThat(printed).containsAll(fault.causes()));
    }

    @ParameterizedTest
    @MethodSource("nights")
    void thePrintedLogNamesAccountRegionSourceCallAndCauseOfEachFault(List<FaultKind> kinds) throws IOException {
        List<Hit> hits = kinds.stream().map(Hit::of).toList();
        String name = kinds.size() == 1 ? kinds.get(0).word() : "every-kind";
        BoundNight night = runs.bind(
                "EH-" + name + "-2026-10", hits.stream().map(Hit::spec).toList());

        assertThat(hits).allSatisfy(hit -> assertThat(night.gaps()).anyMatch(hit::made));
        List<String> rows = rows(night.pack());
        assertThat(night.gaps())
                .allSatisfy(logged ->
                        assertThat(rows).anySatisfy(row -> assertThat(row).contains(printed(logged))));
        assertThat(rows.stream().mapToInt(FaultedPackTest::calls).sum())
                .isEqualTo(night.gaps().size());
    }

    /** What one row has to say of a gap. */
    private static List<String> printed(Logged logged) {
        Target target = logged.place().target();
        String source = runs.catalog().sources().stream()
                .filter(s -> s.key().equals(logged.place().source()))
                .findFirst()
                .orElseThrow()
                .title();
        return Stream.of(
                        ACCOUNTS.stream()
                                .filter(account -> account.startsWith(target.account()))
                                .findFirst()
                                .orElseThrow(),
                        target.region(),
                        source + logged.gap().call(),
                        logged.gap().cause().words())
                .map(FaultedPackTest::squeezed)
                .toList();
    }

    private static int calls(String row) {
        Matcher beginning = ROW.matcher(row);
        assertThat(beginning.lookingAt()).isTrue();
        return Integer.parseInt(beginning.group(1));
    }

    /** The rows of the table of calls that brought no answer, without spaces, for lines are broken. */
    private static List<String> rows(Path file) throws IOException {
        String text = text(file);
        int from = text.indexOf("Callswithoutananswer");
        int to = text.indexOf("Unitsof", from);
        assertThat(from).as("where the table begins, and where it ends: %s", to).isBetween(1, to - 1);
        String table = text.substring(from, to);
        return Stream.of(table.split("(?=" + ROW + ")")).skip(1).toList();
    }

    private static String text(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            return squeezed(new PDFTextStripper().getText(pdf));
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]", "");
    }
}
