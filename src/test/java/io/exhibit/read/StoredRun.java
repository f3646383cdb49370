package io.exhibit.read;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Evidence.Coverage;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run of one source at one target, kept in memory. */
public final class StoredRun {

    public static final Target TARGET = new Target("333344445555", "us-east-1");
    public static final Instant AT = Instant.parse("2026-10-05T02:15:07Z");

    private final String source;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<RunRecord.Fact> facts = new ArrayList<>();

    /** What was read. */
    public record Read(List<Record> records, List<Coverage> coverage) {

        public Coverage only() {
            return coverage.get(0);
        }

        /** The members of each record. */
        public List<Map<String, Object>> members() {
            return records.stream().map(Record::members).toList();
        }

        public Map<String, Object> members(String key) {
            return record(key).members();
        }

        public Record record(String key) {
            return records.stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
        }
    }

    private StoredRun(String source) {
        this.source = source;
    }

    public static StoredRun of(String source) {
        return new StoredRun(source);
    }

    public StoredRun answer(String operation, String body) {
        return answer(operation, "", body);
    }

    public StoredRun answer(String operation, String subject, String body) {
        return exchange(operation, subject, Exchange.Outcome.ANSWER, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer of IAM: the members within {@code <OpResult>}. */
    public StoredRun iam(String operation, String members) {
        return answer(
                "iam:" + operation,
                "<" + operation + "Response xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><" + operation
                        + "Result>"
                        + members + "</" + operation + "Result><ResponseMetadata><RequestId>r</RequestId>"
                        + "</ResponseMetadata></" + operation + "Response>");
    }

    public StoredRun exchange(
            String operation, String subject, Exchange.Outcome outcome, Map<String, String> headers, byte[] body) {
        exchanges.add(new Exchange(
                Call.of(operation, subject),
                1,
                1,
                outcome,
                AT,
                "request-" + exchanges.size(),
                new Exchange.Request("POST", "/", Map.of(), new byte[0]),
                new Exchange.Response(200, headers, body),
                "",
                List.of()));
        return this;
    }

    public StoredRun fact(String operation, String code) {
        return fact(operation, "", code);
    }

    public StoredRun fact(String operation, String subject, String code) {
        return told(new RunRecord.Fact(Call.of(operation, subject), code, false));
    }

    /** An item that was listed and is gone. */
    public StoredRun vanished(String operation, String subject, String code) {
        return told(new RunRecord.Fact(Call.of(operation, subject), code, true));
    }

    private StoredRun told(RunRecord.Fact fact) {
        facts.add(fact);
        return exchange(
                fact.call().operation(),
                fact.call().subject(),
                Exchange.Outcome.FACT,
                Map.of(),
                fact.code().getBytes(StandardCharsets.UTF_8));
    }

    public StoredRun gap(String operation, String subject, Cause cause) {
        gaps.add(new Gap(Call.of(operation, subject), cause, "", cause.words(), "r"));
        return this;
    }

    public Read read(String... readings) {
        return read(TARGET, readings);
    }

    public Read read(Target target, String... readings) {
        List<Record> records = new ArrayList<>();
        List<Coverage> coverage = evidence().read(target, List.of(readings), records::add);
        return new Read(records, coverage);
    }

    RunEvidence evidence() {
        return new RunEvidence(record(), CatalogFile.load(), (target, name, each) -> {
            if (!target.equals(TARGET) || !name.equals(source)) {
                throw new IOException("nothing was stored of " + name + " at " + target);
            }
            exchanges.forEach(each);
        });
    }

    private RunRecord record() {
        RunRecord.Part part = new RunRecord.Part(
                source,
                exchanges.size() + gaps.size(),
                exchanges.size(),
                0,
                RunRecord.Lists.NONE,
                facts,
                gaps,
                0,
                exchanges.size());
        return new RunRecord(
                "2026-10-05T021500Z",
                AT,
                AT,
                AT,
                gaps.isEmpty() ? RunRecord.Outcome.COMPLETE : RunRecord.Outcome.GAPS,
                "",
                "aws",
                "",
                "",
                List.of(),
                new LinkedHashMap<>(),
                List.of(new RunRecord.Unit(TARGET, "unit.warc.zst", 1, "", List.of(part))));
    }
}
