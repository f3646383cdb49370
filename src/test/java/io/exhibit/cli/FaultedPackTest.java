package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.aws.Fault;
import io.exhibit.cli.Faulted.Logged;
import io.exhibit.cli.FaultedRuns.BoundNight;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.FaultKind;
import io.exhibit.sandbox.FaultSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A night with every kind of fault, each at a place of its own, really bound: what a reader of the PDF is told. With {@code
 * -Dexhibit.faults=all} every kind has a night and a pack of its own as well.
 */
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
        // Some of the lists have one page, so that none of them can say that more follows.
        List<FaultKind> kinds = Stream.of(FaultKind.values())
                .filter(kind -> !kind.isHarmless() && kind != FaultKind.NO_TOKEN)
                .toList();
        Stream<List<FaultKind>> together = Stream.of(kinds);
        return "all".equals(System.getProperty("exhibit.faults"))
                ? Stream.concat(together, kinds.stream().map(List::of))
                : together;
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
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            String text = squeezed(new PDFTextStripper().getText(pdf));
            int from = text.indexOf("Callswithoutananswer");
            int to = text.indexOf("Whatisasked", from);
            assertThat(from)
                    .as("where the table begins, and where it ends: %s", to)
                    .isBetween(1, to - 1);
            String table = text.substring(from, to);
            return Stream.of(table.split("(?=" + ROW + ")")).skip(1).toList();
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]", "");
    }
}
