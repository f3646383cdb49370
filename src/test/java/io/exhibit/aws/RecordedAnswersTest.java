package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Source;
import io.exhibit.read.CatalogFile;
import io.exhibit.read.Samples;
import io.exhibit.read.Samples.Sample;
import io.exhibit.read.wire.AnswerReader;
import io.exhibit.read.wire.Notes;
import io.exhibit.read.wire.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Answers that AWS gave, in the folder {@code -Dexhibit.samples=DIR}, sent over HTTP to the source that asks for them; what it
 * asks besides is answered by the sandbox.
 */
class RecordedAnswersTest {

    private static final Catalog CATALOG = CatalogFile.load();
    private static final AnswerReader READER = new AnswerReader(CATALOG);

    @Test
    void everyRecordedAnswerIsCapturedAsItCameAndReadInFull(TestReporter reporter) throws IOException {
        List<Sample> samples = Samples.in("recorded");
        Set<String> nobodyAsks = new TreeSet<>();
        int sent = 0;
        try (FaultBench bench = new FaultBench()) {
            for (Sample sample : samples) {
                List<Source> sources = AwsCollectors.sources().stream()
                        .filter(source -> source.operations().stream()
                                .anyMatch(operation -> operation.name().equals(sample.operation())))
                        .toList();
                if (sources.isEmpty()) {
                    nobodyAsks.add(sample.operation());
                }
                for (Source source : sources) {
                    byte[] body = Samples.wire(sample);
                    Exchange first = bench.answering(source, sample.operation(), body).exchanges().stream()
                            .filter(exchange -> exchange.call().operation().equals(sample.operation()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(source.key() + " did not ask for " + sample.file()));
                    assertThat(first.response().body()).as(sample.file()).isEqualTo(body);
                    assertThat(first.outcome()).as(sample.file()).isEqualTo(Outcome.ANSWER);
                    isReadInFull(source.operation(sample.operation()), sample, first);
                    sent++;
                }
            }
        }
        reporter.publishEntry(samples.size() + " recorded answers, sent " + sent + " times; nobody asks " + nobodyAsks);
        assertThat(sent).isGreaterThan(60);
    }

    /** Every list that the recorded answer holds has as many items when it is read from what was captured. */
    private static void isReadInFull(Operation operation, Sample sample, Exchange captured) throws IOException {
        Map<String, Object> read =
                READER.read(operation.name(), captured.response().body(), Selection.WHOLE, new Notes());
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : sample.members().properties()) {
            if (member.getValue().isArray()) {
                Object list = read.get(member.getKey());
                int items = list instanceof Collection<?> found ? found.size() : 0;
                if (items != member.getValue().size()) {
                    wrong.add(member.getKey() + ": " + items + " of "
                            + member.getValue().size());
                }
            }
        }
        assertThat(wrong).as(sample.file()).isEmpty();
    }
}
