package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.aws.Collecting.Collected;
import io.exhibit.aws.FaultBench.Case;
import io.exhibit.aws.FaultlessNight.Instead;
import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Evidence;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Source;
import io.exhibit.mapping.MappingReader;
import io.exhibit.read.CatalogFile;
import io.exhibit.sandbox.DemoBook;
import io.exhibit.sandbox.FaultKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A list to which something is added while it is read shows an item on two pages. It is one item: asked about once, counted
 * once, judged once, sealed once; and the log says that the list moved.
 */
@OneJdk
class MovingListTest {

    /** Every third source; on demand all, {@code -Dexhibit.faults=all}. */
    private static final int STEP = "all".equals(System.getProperty("exhibit.faults")) ? 1 : 3;

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> moved = new TreeSet<>();

    @Test
    void anItemOnTwoPagesIsOneItem(@TempDir Path folder) throws Exception {
        Catalog catalog = CatalogFile.load();
        DemoBook.write(folder, FaultBench.OPTIONS);
        Book book = MappingReader.read(null, folder, "hipaa-security-rule").sound();
        try (FaultBench bench = new FaultBench()) {
            FaultlessNight night = FaultlessNight.of(bench.aws, catalog);
            List<Source> sources = AwsCollectors.sources();
            for (int n = 0; n < sources.size(); n += STEP) {
                Source source = sources.get(n);
                List<Case> cases = FaultCases.of(source, bench, 0, true).stream()
                        .filter(broken -> broken.fault().kind() == FaultKind.REPEATED_ITEM && broken.from() > 1)
                        .toList();
                if (!cases.isEmpty()) {
                    FaultOracle oracle = new FaultOracle(night, book, source);
                    Part clean = night.brought(Collecting.target(source), source.key())
                            .part();
                    List<String> atRest = records(
                            source,
                            night.with(new Instead(
                                    Collecting.target(source),
                                    source.key(),
                                    night.brought(Collecting.target(source), source.key()))));
                    for (Case broken : cases) {
                        moves(broken, bench, clean, oracle, night, atRest);
                    }
                }
            }
        }
        assertThat(wrong).as("%s lists moved: %s", moved.size(), moved).isEmpty();
        assertThat(moved).hasSizeGreaterThan(30 / STEP);
    }

    private void moves(
            Case broken, FaultBench bench, Part clean, FaultOracle oracle, FaultlessNight night, List<String> atRest) {
        FaultBench.Struck struck = bench.under(broken);
        Collected collected = struck.collected();
        moved.add(broken.operation());
        oracle.wrong(broken, struck).forEach(each -> wrong.add(broken + ": " + each));
        Part part = collected.part();
        if (part.items() != clean.items() || part.calls() != clean.calls() || part.requests() != clean.requests()) {
            wrong.add(broken + ": " + part.calls() + " calls, " + part.requests() + " requests, " + part.items()
                    + " items; a list at rest took " + clean.calls() + ", " + clean.requests() + ", " + clean.items());
        }
        List<String> read = records(
                broken.source(),
                night.with(new Instead(broken.target(), broken.source().key(), collected)));
        if (!read.equals(atRest)) {
            List<String> more = new ArrayList<>(read);
            atRest.forEach(more::remove);
            wrong.add(broken + ": read " + read.size() + " records, not " + atRest.size() + "; otherwise " + more);
        }
        if (part.lists().repeated() == 0) {
            wrong.add(broken + ": the log does not say that the list moved");
        }
    }

    /** Without the pages' own members, which belong to no item. */
    private static List<String> records(Source source, Evidence evidence) {
        List<String> records = new ArrayList<>();
        evidence.read(
                Collecting.target(source),
                source.readings().stream().map(Reading::key).toList(),
                record -> records.add(record.reading() + " " + record.key() + " " + new TreeMap<>(record.members())));
        records.sort(null);
        return records;
    }
}
