package io.exhibit.seal;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small run with what may occur: pages, attempts, a fact, a refused connection, a cut, names that are out to break a format. */
public final class SampleRun {

    public static final Instant AT = Instant.parse("2026-10-05T02:15:00.123456789Z");
    public static final Target GLOBAL = Target.global("111122223333");
    public static final Target REGION = new Target("111122223333", "eu-west-1");
    public static final String USERS = "iam.authorization-details";
    public static final String KEYS = "kms.keys";
    public static final String POLICY = "iam.password-policy";

    private SampleRun() {}

    public static List<Exchange> users() {
        return List.of(
                answer(
                        "iam:GetAccountAuthorizationDetails",
                        "",
                        1,
                        "<Users>\r\n\r\n&lt;script&gt; \u0130\u0131 \ud83d\ude00</Users>"),
                answer("iam:GetAccountAuthorizationDetails", "", 2, ""));
    }

    public static List<Exchange> keys() {
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

    public static Exchange answer(String operation, String subject, int page, String body) {
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
    public static RunRecord seal(Vault vault, String id) throws IOException {
        try (RunWriter run = vault.begin(id)) {
            RunRecord record = record(id, RunRecord.Outcome.GAPS, "", units(run));
            run.seal(record);
            return record;
        }
    }

    public static List<RunRecord.Unit> units(RunWriter run) throws IOException {
        return List.of(regional(run), global(run));
    }

    private static RunRecord.Unit regional(RunWriter run) throws IOException {
        try (RunWriter.UnitWriter unit = run.unit(REGION)) {
            return unit.commit(List.of(part(unit, KEYS, keys())));
        }
    }

    private static RunRecord.Unit global(RunWriter run) throws IOException {
        try (RunWriter.UnitWriter unit = run.unit(GLOBAL)) {
            RunRecord.Part users = part(unit, USERS, users());
            RunRecord.Part nothing = part(unit, POLICY, List.of());
            return unit.commit(List.of(users, nothing));
        }
    }

    /** Seals a run unless it is sealed; one that was broken off is gone on with. */
    public static void sealOnce(Vault vault, String id) throws IOException {
        if (vault.runIds().contains(id)) {
            return;
        }
        List<Kept> kept = vault.unfinished();
        try (RunWriter run = kept.isEmpty() ? vault.begin(id) : vault.resume(kept)) {
            List<RunRecord.Unit> units = List.of(noted(run, REGION, id, kept), noted(run, GLOBAL, id, kept));
            run.seal(record(id, RunRecord.Outcome.GAPS, "", units));
        }
    }

    public static void judgeOnce(Vault vault, String id) throws IOException {
        if (vault.unassessed().contains(id)) {
            vault.assess(id, items -> {
                items.accept("IAM-01", VaultContract.item(GLOBAL, "a"));
                return VaultContract.assessment(id);
            });
        }
    }

    /** Begins a run, notes its first unit, and leaves it; its second one has no note. */
    public static void breakOff(Vault vault, String id) throws IOException {
        RunWriter run = vault.begin(id);
        noted(run, REGION, id, List.of());
        global(run);
    }

    private static RunRecord.Unit noted(RunWriter run, Target target, String id, List<Kept> kept) throws IOException {
        for (Kept before : kept) {
            if (before.unit().target().equals(target)) {
                return before.unit();
            }
        }
        RunRecord.Unit unit = target.equals(GLOBAL) ? global(run) : regional(run);
        run.keep(new Kept(record(id, RunRecord.Outcome.GAPS, "", List.of(unit)), Map.of()));
        return unit;
    }

    public static RunRecord.Part part(RunWriter.UnitWriter unit, String source, List<Exchange> exchanges)
            throws IOException {
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

    public static RunRecord record(String id, RunRecord.Outcome outcome, String reason, List<RunRecord.Unit> units) {
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

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
