package io.exhibit.seal;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small run with what may occur: pages, attempts, a fact, a refused connection, a cut, names that are out to break a format. */
final class SampleRun {

    static final Instant AT = Instant.parse("2026-10-05T02:15:00.123456789Z");
    static final Target GLOBAL = Target.global("111122223333");
    static final Target REGION = new Target("111122223333", "eu-west-1");
    static final String USERS = "iam.authorization-details";
    static final String KEYS = "kms.keys";
    static final String POLICY = "iam.password-policy";

    private SampleRun() {}

    static List<Exchange> users() {
        return List.of(
                answer(
                        "iam:GetAccountAuthorizationDetails",
                        "",
                        1,
                        "<Users>\r\n\r\n&lt;script&gt; \u0130\u0131 \ud83d\ude00</Users>"),
                answer("iam:GetAccountAuthorizationDetails", "", 2, ""));
    }

    static List<Exchange> keys() {
        String hostile = " a%0Ab\r\nExhibit-Outcome: ANSWER \u202e\u00e9\ud83d\ude00 ";
        return List.of(
                answer("kms:ListKeys", "", 1, "{\"Keys\":[]}"),
                new Exchange(
                        Call.of("kms:DescribeKey", hostile),
                        1,
                        1,
                        Exchange.Outcome.RETRIED,
                        AT,
                        "",
                        request("{}"),
                        null,
                        "Connection refused: 100 %\nor so",
                        List.of()),
                new Exchange(
                        Call.of("kms:DescribeKey", hostile),
                        1,
                        2,
                        Exchange.Outcome.GAP,
                        AT.plusSeconds(1),
                        "req-2",
                        request("{}"),
                        new Exchange.Response(
                                400, Map.of("x-amzn-requestid", "req-2"), bytes("{\"__type\":\"AccessDenied\"}")),
                        "",
                        List.of("/documentPresignedUrl", "/a b/%")));
    }

    static Exchange answer(String operation, String subject, int page, String body) {
        return new Exchange(
                Call.of(operation, subject),
                page,
                1,
                Exchange.Outcome.ANSWER,
                AT,
                "req-" + page,
                request("Action=List&Page=" + page),
                new Exchange.Response(200, Map.of("content-type", "text/xml", "server", "sim"), bytes(body)),
                "",
                List.of());
    }

    private static Exchange.Request request(String body) {
        return new Exchange.Request(
                "POST",
                "/?a=b%20c",
                Map.of("Host", "kms.eu-west-1.amazonaws.com", "X-Amz-Target", "TrentService.DescribeKey"),
                bytes(body));
    }

    /** Writes and seals it. */
    static RunRecord seal(Vault vault, String id) throws IOException {
        try (RunWriter run = vault.begin(id)) {
            RunRecord record = record(id, RunRecord.Outcome.GAPS, "", units(run));
            run.seal(record);
            return record;
        }
    }

    static List<RunRecord.Unit> units(RunWriter run) throws IOException {
        List<RunRecord.Unit> units = new ArrayList<>();
        try (RunWriter.UnitWriter unit = run.unit(REGION)) {
            units.add(unit.commit(List.of(part(unit, KEYS, keys()))));
        }
        try (RunWriter.UnitWriter unit = run.unit(GLOBAL)) {
            RunRecord.Part users = part(unit, USERS, users());
            RunRecord.Part nothing = part(unit, POLICY, List.of());
            units.add(unit.commit(List.of(users, nothing)));
        }
        units.sort((a, b) -> a.target().compareTo(b.target()));
        return units;
    }

    static RunRecord.Part part(RunWriter.UnitWriter unit, String source, List<Exchange> exchanges) throws IOException {
        unit.source(source);
        for (Exchange exchange : exchanges) {
            unit.write(exchange);
        }
        RunWriter.Frames frames = unit.endSource();
        return new RunRecord.Part(
                source,
                2,
                exchanges.size(),
                0,
                new RunRecord.Lists(2, 1, 3, 0),
                List.of(new RunRecord.Fact(Call.of("iam:GetAccountPasswordPolicy"), "NoSuchEntity", false)),
                List.of(new Gap(Call.of("kms:DescribeKey", "k\"1\""), Cause.DENIED, "AccessDenied", "no", "req-2")),
                frames.offset(),
                frames.length());
    }

    static RunRecord record(String id, RunRecord.Outcome outcome, String reason, List<RunRecord.Unit> units) {
        return new RunRecord(
                id,
                AT,
                AT,
                AT.plusSeconds(60),
                outcome,
                reason,
                "aws",
                "arn:aws:sts::111122223333:assumed-role/ExhibitCollector/x",
                "o-exh1b1torg",
                List.of(new RunRecord.Account("111122223333", "management \u0130", "ACTIVE", "/", true)),
                Map.of("settings", "00", "build", "11", "mappings", "22"),
                units);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
