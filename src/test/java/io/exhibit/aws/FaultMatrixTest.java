package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.aws.FaultBench.Case;
import io.exhibit.aws.FaultBench.Struck;
import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Source;
import io.exhibit.mapping.MappingReader;
import io.exhibit.read.CatalogFile;
import io.exhibit.sandbox.DemoBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way to break a call, at the first, a middle and the last request of every operation that is asked: what the log, the
 * assessment and the pack make of it. All of it runs with {@code -Dexhibit.faults=all}; otherwise each request is broken in
 * one or two ways, by turns.
 */
@OneJdk
class FaultMatrixTest {

    private static final boolean ALL = "all".equals(System.getProperty("exhibit.faults"));
    private static final int WORKERS = 2;

    @TempDir
    private static Path folder;

    private final Set<String> operations = new TreeSet<>();
    private final Set<String> faults = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();
    private int cases;

    @Test
    void everyFaultIsAGapOfItsCallInLogAndPackAndGoodNewsNowhere() throws Exception {
        long start = System.nanoTime();
        Catalog catalog = CatalogFile.load();
        DemoBook.write(folder, FaultBench.OPTIONS);
        Book book = MappingReader.read(null, folder, "hipaa-security-rule").sound();
        AtomicInteger next = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> shares = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                shares.add(workers.submit(() -> share(next, catalog, book)));
            }
            for (Future<?> share : shares) {
                share.get();
            }
        } finally {
            workers.shutdownNow();
        }
        String said = cases + " cases, " + faults.size() + " faults at " + operations.size() + " operations, in "
                + (System.nanoTime() - start) / 1_000_000 + " ms";
        System.getLogger("exhibit.faults").log(System.Logger.Level.WARNING, said);
        assertThat(wrong).as(said).isEmpty();
        assertThat(operations).hasSizeGreaterThan(140);
        assertThat(faults).hasSize(Fault.ALL.size());
        assertThat(cases).isGreaterThan(ALL ? 4_000 : 280);
    }

    private void share(AtomicInteger next, Catalog catalog, Book book) {
        List<Source> sources = AwsCollectors.sources();
        try (FaultBench bench = new FaultBench()) {
            FaultlessNight night = FaultlessNight.of(bench.aws, catalog);
            for (int i = next.getAndIncrement(); i < sources.size(); i = next.getAndIncrement()) {
                Source source = sources.get(i);
                FaultOracle oracle = new FaultOracle(night, book, source);
                for (Case broken : FaultCases.of(source, bench, i, ALL)) {
                    Struck struck = bench.under(broken);
                    List<String> found =
                            struck.requests() == 0 ? List.of("the fault struck nothing") : oracle.wrong(broken, struck);
                    tell(broken, found);
                }
                assertThat(FaultCases.answers(bench.aws.collect(source.key(), Collecting.target(source))))
                        .as("%s, asked again without faults", source.key())
                        .isEqualTo(FaultCases.answers(night.brought(Collecting.target(source), source.key())));
            }
        }
    }

    private synchronized void tell(Case broken, List<String> found) {
        cases++;
        operations.add(broken.operation());
        faults.add(broken.fault().toString());
        found.forEach(each -> wrong.add(broken + ": " + each));
    }
}
