package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Target;
import io.exhibit.seal.Discrepancy;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Step;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that say otherwise than the exchanges beside them; each is signed by the genuine key. */
class VerifyRunTest {

    private static final Instant AT = Instant.parse("2026-10-05T02:15:00Z");
    private static final Call KEY = Call.of("kms:DescribeKey", "k-1");
    private static final Call POLICY = Call.of("iam:GetAccountPasswordPolicy");
    private static final Gap DENIED = new Gap(KEY, Cause.DENIED, "AccessDenied", "no", "r");
    private static final Fact UNSET = new Fact(POLICY, "NoSuchEntity", false);

    @TempDir
    private Path folder;

    @Test
    void aRecordThatCountsWhatIsThereIsFine() throws IOException {
        assertThat(payloads(3, List.of(UNSET), List.of(DENIED)))
                .returns(Step.Status.OK, Step::status)
                .returns(
                        "3 exchanges of 1 run: each payload has its digest, and the run records count what is there.",
                        Step::says);
    }

    @Test
    void aRequestThatIsNotCountedIsFound() throws IOException {
        assertThat(payloads(2, List.of(UNSET), List.of(DENIED)).found())
                .containsExactly(differs("kms.keys has 3 exchanges, the record counts 2."));
    }

    @Test
    void aDenialThatTheRecordKeepsQuietIsFound() throws IOException {
        assertThat(payloads(3, List.of(UNSET), List.of()).found())
                .containsExactly(differs("kms:DescribeKey k-1 has no answer, and the record names no gap."));
    }

    @Test
    void aFactThatTheRecordKeepsQuietIsFound() throws IOException {
        assertThat(payloads(3, List.of(), List.of(DENIED)).found())
                .containsExactly(differs("kms.keys has 1 facts, the record names 0."));
    }

    private static Discrepancy differs(String says) {
        return new Discrepancy(
                Code.EVIDENCE_DIFFERS, "runs/2026-10-05T021500Z/units/111122223333_global.warc.zst", says);
    }

    private Step payloads(long requests, List<Fact> facts, List<Gap> gaps) throws IOException {
        try (Vault vault = FileVault.create(folder.resolve("vault"), "o", SigningKey.of(new byte[32]), () -> AT)) {
            String id = "2026-10-05T021500Z";
            try (RunWriter run = vault.begin(id)) {
                RunRecord.Unit sealed;
                try (RunWriter.UnitWriter unit = run.unit(Target.global("111122223333"))) {
                    unit.source("kms.keys");
                    unit.write(exchange(Call.of("kms:ListKeys"), Exchange.Outcome.ANSWER));
                    unit.write(exchange(KEY, Exchange.Outcome.GAP));
                    unit.write(exchange(POLICY, Exchange.Outcome.FACT));
                    RunWriter.Frames frames = unit.endSource();
                    sealed = unit.commit(List.of(new Part(
                            "kms.keys", 3, requests, 0, Lists.NONE, facts, gaps, frames.offset(), frames.length())));
                }
                run.seal(new RunRecord(
                        id,
                        AT,
                        AT,
                        AT,
                        RunRecord.Outcome.GAPS,
                        "",
                        "aws",
                        "arn",
                        "",
                        List.of(),
                        Map.of(),
                        List.of(sealed)));
            }
            return new VerifyRun(vault, vault.runIds(), "", Set.of(), new Silent()).payloads();
        }
    }

    private static Exchange exchange(Call call, Exchange.Outcome outcome) {
        return new Exchange(
                call,
                1,
                1,
                outcome,
                AT,
                "r",
                new Exchange.Request("POST", "/", Map.of("Host", "kms"), new byte[0]),
                new Exchange.Response(200, Map.of(), "{}".getBytes(StandardCharsets.UTF_8)),
                "",
                List.of());
    }

    private record Silent() implements Progress {

        @Override
        public void step(String what, long done, long all) {}

        @Override
        public void note(String line) {}
    }
}
