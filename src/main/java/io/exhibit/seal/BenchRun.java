package io.exhibit.seal;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Runs of one unit with pages of findings, to measure with. */
final class BenchRun {

    static final Target TARGET = new Target("111122223333", "us-east-1");
    static final String SOURCE = "inspector2.findings";

    private BenchRun() {}

    /** @param page body of a page, from 1 */
    static RunRecord write(Vault vault, String id, int pages, IntFunction<byte[]> page) throws IOException {
        try (RunWriter run = vault.begin(id)) {
            RunRecord.Unit unit;
            try (RunWriter.UnitWriter writer = run.unit(TARGET)) {
                writer.source(SOURCE);
                for (int number = 1; number <= pages; number++) {
                    writer.write(exchange(number, page.apply(number)));
                }
                RunWriter.Frames frames = writer.endSource();
                unit = writer.commit(List.of(new RunRecord.Part(
                        SOURCE,
                        1,
                        pages,
                        0,
                        RunRecord.Lists.NONE,
                        List.of(),
                        List.of(),
                        frames.offset(),
                        frames.length())));
            }
            RunRecord record = record(id, RunRecord.Outcome.COMPLETE, List.of(unit));
            run.seal(record);
            return record;
        }
    }

    static RunRecord record(String id, RunRecord.Outcome outcome, List<RunRecord.Unit> units) {
        Instant at = Instant.EPOCH;
        return new RunRecord(id, at, at, at, outcome, "", "bench", "", "", List.of(), Map.of(), units);
    }

    private static Exchange exchange(int page, byte[] body) {
        return new Exchange(
                Call.of("inspector2:ListFindings"),
                page,
                1,
                Exchange.Outcome.ANSWER,
                Instant.EPOCH,
                "request-" + page,
                new Exchange.Request(
                        "POST", "/findings/list", Map.of("Host", "inspector2.us-east-1.amazonaws.com"), new byte[0]),
                new Exchange.Response(200, Map.of("content-type", "application/json"), body),
                "",
                List.of());
    }
}
