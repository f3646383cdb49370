package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
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
    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "us-west-2");

    /** A row begins with the days, how many calls, and the account. */
    private static final Pattern ROW = Pattern.compile(FaultedRuns.NIGHT + "(\\d)(?=\\d{12}[a-z])");

    @TempDir
    private static Path folder;

    private static FaultedRuns runs;

    /** Where a kind of fault hits; no two kinds share a place and a cause. */
    private record Hit(FaultKind kind, String account, String region) {

        static Hit of(FaultKind kind) {
            int n = kind.ordinal();
            return new Hit(kind, ACCOUNTS.get(n % 3), REGIONS.get(n / 3 % 3));
        }

        private boolean keys() {
            return kind.ordinal() % 2 == 0;
        }

        FaultSpec spec() {
            String call = keys() ? "kms.ListKeys" : "guardduty.ListDetectors";
            return FaultSpec.parse(call + "@" + account.substring(0, 12) + "/" + region + "=" + kind.word());
        }

        /** Two sources ask GuardDuty for its detectors, so that these are two calls. */
        String asked() {
            return region + ": "
                    + (keys()
                            ? "KMS keys kms:ListKeys"
                            : "GuardDuty detectors guardduty:ListDetectors GuardDuty findings guardduty:ListDetectors");
        }

        int calls() {
            return keys() ? 1 : 2;
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
        Stream<List<FaultKind>> together = Stream.of(List.of(FaultKind.values()));
        return "all".equals(System.getProperty("exhibit.faults"))
                ? Stream.concat(together, Stream.of(FaultKind.values()).map(List::of))
                : together;
    }

    @ParameterizedTest
    @MethodSource("nights")
    void thePrintedLogNamesAccountRegionSourceCallAndCauseOfEachFault(List<FaultKind> kinds) throws IOException {
        List<Hit> hits = kinds.stream().map(Hit::of).toList();
        Path pack = runs.bind(
                        "EH-" + kinds.hashCode(), hits.stream().map(Hit::spec).toList())
                .file();

        List<String> rows = rows(pack);
        for (Hit hit : hits) {
            assertThat(rows)
                    .as(hit.toString())
                    .anySatisfy(row -> assertThat(row)
                            .contains(squeezed(hit.account()))
                            .contains(squeezed(hit.asked()))
                            .containsAnyOf(LoggedGaps.causes(hit.kind()).stream()
                                    .map(Cause::words)
                                    .map(FaultedPackTest::squeezed)
                                    .toArray(String[]::new)));
        }
        assertThat(rows.stream().mapToInt(FaultedPackTest::calls).sum())
                .isEqualTo(hits.stream().mapToInt(Hit::calls).sum());
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
            int to = text.indexOf("Whatisasked", text.indexOf("WhatwasaskedwhereCause", from));
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
