package io.exhibit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeldOnceTest {

    private final HeldOnce held = new HeldOnce();

    @Test
    void nothingOfARecordIsLost() throws IOException {
        byte[] sealed = CanonicalJson.line(night("r1", 0, "req-1"));
        RunRecord read = CanonicalJson.read(sealed, RunRecord.class);
        RunRecord kept = held.of(read);
        assertThat(kept).isEqualTo(read);
        assertThat(CanonicalJson.line(kept)).isEqualTo(sealed);
    }

    @Test
    void nightsShareWhatTheyTellAlikeAndKeepTheirOwnPlaces() throws IOException {
        RunRecord one = held.of(read(night("r1", 0, "req-1")));
        RunRecord other = held.of(read(night("r2", 700, "req-1")));
        assertThat(other.accounts()).isSameAs(one.accounts());
        assertThat(other.digests()).isSameAs(one.digests());
        Unit first = one.units().get(0);
        Unit second = other.units().get(0);
        assertThat(second.target()).isSameAs(first.target());
        assertThat(second.file()).isSameAs(first.file());
        for (int i = 0; i < first.parts().size(); i++) {
            Part part = first.parts().get(i);
            Part same = second.parts().get(i);
            assertThat(same.gaps()).isSameAs(part.gaps());
            assertThat(same.facts()).isSameAs(part.facts());
            assertThat(same.source()).isSameAs(part.source());
            assertThat(same.offset()).isEqualTo(part.offset() + 700);
            assertThat(same.length()).isEqualTo(part.length() + 700);
        }
    }

    @Test
    void deniedCallsHaveTheirOwnRequestsAndTheWordsOfOthers() throws IOException {
        Gap one = denied("r1", "req-1");
        Gap other = denied("r2", "req-2");
        assertThat(other.requestId()).isEqualTo("req-2");
        assertThat(other.message()).isSameAs(one.message());
        assertThat(other.call()).isSameAs(one.call());
    }

    private Gap denied(String id, String request) throws IOException {
        RunRecord kept = held.of(read(night(id, 0, request)));
        return kept.units().get(0).parts().get(0).gaps().get(0);
    }

    private static RunRecord read(RunRecord night) throws IOException {
        return CanonicalJson.read(CanonicalJson.line(night), RunRecord.class);
    }

    private static RunRecord night(String id, long further, String request) {
        Gap denied = new Gap(Call.of("kms:DescribeKey", "k1"), Cause.DENIED, "AccessDenied", "not allowed", request);
        Fact fact = new Fact(Call.of("iam:GetAccountPasswordPolicy"), "NoSuchEntity", false);
        List<Part> parts = List.of(
                new Part(
                        SampleRun.KEYS,
                        2,
                        3,
                        1,
                        new Lists(1, 1, 1, 0),
                        List.of(fact),
                        List.of(denied),
                        further,
                        100 + further),
                new Part(
                        SampleRun.POLICY,
                        1,
                        1,
                        0,
                        Lists.NONE,
                        List.of(fact, fact),
                        List.of(),
                        100 + further,
                        50 + further));
        return SampleRun.record(
                id, Outcome.GAPS, "", List.of(new Unit(SampleRun.REGION, "units/a.warc.zst", 150, "00", parts)));
    }
}
