package io.exhibit.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.read.wire.AnswerReader;
import io.exhibit.read.wire.Notes;
import io.exhibit.read.wire.Selection;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadBenchTest {

    @Test
    void theFiguresAreOfFindingsLikeRealOnes() throws IOException {
        ReadBench.Figures figures = ReadBench.run(CatalogFile.load(), 1, 1);
        assertThat(figures.bytesPerFinding()).isBetween(3_200, 3_600);
        assertThat(figures.reading()).isPositive();
        assertThat(figures.tokens()).isPositive();
        assertThat(figures.ofMaps()).isPositive();
    }

    @Test
    void everyMemberOfThePagesIsKnownSoThatNothingIsMeasuredThatIsSkipped() throws Exception {
        byte[] page = FindingsPage.of(3);
        Notes notes = new Notes();
        Map<String, Object> read =
                new AnswerReader(CatalogFile.load()).read("inspector2:ListFindings", page, Selection.WHOLE, notes);
        assertThat(notes.unknownMembers()).isZero();
        assertThat(notes.takeMisfits()).isEmpty();
        try (SdkReplay sdk = new SdkReplay()) {
            assertThat(read).isEqualTo(SdkWalk.members(sdk.answer("inspector2:ListFindings", page)));
        }
    }
}
