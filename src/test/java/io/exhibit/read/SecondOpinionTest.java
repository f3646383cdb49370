package io.exhibit.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Source;
import io.exhibit.read.wire.AnswerReader;
import io.exhibit.read.wire.Notes;
import io.exhibit.read.wire.Selection;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * A second opinion on the reader: the SDK's own unmarshalling and a generic walk over what it made. The answers are those in
 * the folder {@code -Dexhibit.samples=DIR}, put back into the form that they had on the wire.
 */
@OneJdk
class SecondOpinionTest {

    @Test
    void recordedAnswersReadAsTheSdkReadsThem(TestReporter reporter) throws Exception {
        assertThat(compare(Samples.in("recorded"), reporter))
                .as("answers compared")
                .isGreaterThanOrEqualTo(78);
    }

    @Test
    void documentedAnswersReadAsTheSdkReadsThem(TestReporter reporter) throws Exception {
        assertThat(compare(Samples.in("documented"), reporter))
                .as("answers compared")
                .isGreaterThanOrEqualTo(151);
    }

    /** How many were compared. */
    private static int compare(List<Samples.Sample> samples, TestReporter reporter) throws Exception {
        // Operations that no source asks are compared, too, by types made on the spot: the reader is the same.
        Source all = new Source("samples", "samples", Source.Scope.ACCOUNT, operations(samples), List.of());
        AnswerReader spot = new AnswerReader(FrozenTypes.of(List.of(all)));
        AnswerReader frozen = new AnswerReader(CatalogFile.load());
        Set<String> asked = CatalogFile.load().answers().keySet();
        List<String> unfit = new ArrayList<>();
        int ofSources = 0;
        try (SdkReplay sdk = new SdkReplay()) {
            for (Samples.Sample sample : samples) {
                byte[] body;
                try {
                    body = Samples.wire(sample);
                } catch (DateTimeException typingErrorInTheSample) {
                    unfit.add(sample.file());
                    continue;
                }
                boolean ours = asked.contains(sample.operation());
                ofSources += ours ? 1 : 0;
                Notes notes = new Notes();
                assertThat((ours ? frozen : spot).read(sample.operation(), body, Selection.WHOLE, notes))
                        .as(sample.file())
                        .isEqualTo(WireForm.held(
                                Samples.operation(sample.operation()),
                                SdkWalk.members(sdk.answer(sample.operation(), body))));
                assertThat(notes.takeMisfits()).as(sample.file()).isEmpty();
            }
        }
        int compared = samples.size() - unfit.size();
        reporter.publishEntry(compared + " answers compared, " + ofSources + " of operations that a source asks");
        reporter.publishEntry("do not fit: " + unfit);
        return compared;
    }

    private static List<Operation> operations(List<Samples.Sample> samples) {
        return samples.stream()
                .map(Samples.Sample::operation)
                .distinct()
                .map(Samples::operation)
                .toList();
    }
}
