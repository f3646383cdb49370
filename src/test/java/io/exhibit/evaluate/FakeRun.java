package io.exhibit.evaluate;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Evidence;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Provenance;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A run held in memory: what was answered where, and what was not. Its reads are counted. */
final class FakeRun implements Evidence {

    static final Instant NOW = Instant.parse("2026-10-05T02:15:00Z");
    static final String MANAGEMENT = "111122223333";

    private final Catalog catalog;
    private final List<Account> accounts = new ArrayList<>();
    private final Map<Target, Map<String, List<Record>>> answers = new TreeMap<>();
    private final Map<Target, Map<String, List<Gap>>> gaps = new TreeMap<>();
    final List<String> reads = new ArrayList<>();

    FakeRun() {
        this(Samples.catalog());
    }

    private String identity = "arn:aws:sts::" + MANAGEMENT + ":assumed-role/Exhibit/run";

    FakeRun(Catalog catalog) {
        this.catalog = catalog;
    }

    FakeRun account(String id, String state) {
        return account(id, state, "/");
    }

    FakeRun account(String id, String state, String path) {
        accounts.add(new Account(id, "name-" + id.charAt(0), state, path, id.equals(MANAGEMENT)));
        return this;
    }

    /** A source that answered; its records follow with {@link #record}. */
    FakeRun answered(String source, String account, String region) {
        answers.computeIfAbsent(new Target(account, region), t -> new TreeMap<>())
                .computeIfAbsent(source, s -> new ArrayList<>());
        return this;
    }

    FakeRun record(String source, String account, String region, String reading, Map<String, Object> members) {
        return record(source, account, region, reading, members, List.of());
    }

    FakeRun record(
            String source,
            String account,
            String region,
            String reading,
            Map<String, Object> members,
            List<Gap> missing) {
        answered(source, account, region);
        Target target = new Target(account, region);
        String member = catalog.reading(reading).keyMember();
        Provenance provenance = new Provenance("run", "op", "request", NOW, "digest");
        answers.get(target)
                .get(source)
                .add(new Record(reading, target, (String) members.get(member), members, missing, provenance));
        return this;
    }

    FakeRun gap(String source, String account, String region, String operation, Cause cause) {
        answered(source, account, region);
        gaps.computeIfAbsent(new Target(account, region), t -> new TreeMap<>())
                .computeIfAbsent(source, s -> new ArrayList<>())
                .add(gap(operation, cause));
        return this;
    }

    static Gap gap(String operation, Cause cause) {
        return new Gap(Call.of(operation), cause, "", "", "");
    }

    @Override
    public RunRecord run() {
        List<Unit> units = new ArrayList<>();
        answers.forEach((target, bySource) -> {
            List<Part> parts = new ArrayList<>();
            bySource.forEach((source, records) -> {
                List<Gap> missing = gaps(target, source);
                Lists lists = new Lists(1, missing.isEmpty() ? 1 : 0, 1, 0);
                parts.add(new Part(source, 1, 1, records.size(), lists, List.of(), missing, 0, 0));
            });
            units.add(new Unit(target, "", 0, "", parts));
        });
        return new RunRecord(
                "2026-10-05T021500Z",
                NOW,
                NOW,
                NOW.plusSeconds(60),
                gaps.isEmpty() ? Outcome.COMPLETE : Outcome.GAPS,
                "",
                "aws",
                identity,
                "",
                accounts,
                Map.of(),
                units);
    }

    /** Begun by somebody else than the role Exhibit of the management account. */
    FakeRun begunBy(String arn) {
        identity = arn;
        return this;
    }

    @Override
    public List<Coverage> read(Target target, List<String> readings, Consumer<Record> each) {
        reads.add(target + " " + readings);
        String source = catalog.sourceOf(readings.get(0)).key();
        List<Gap> missing = gaps(target, source);
        List<Record> records = answers.get(target).get(source);
        if (missing.isEmpty()) {
            records.stream().filter(r -> readings.contains(r.reading())).forEach(each);
        }
        return readings.stream()
                .map(key -> new Coverage(
                        key,
                        true,
                        missing,
                        records.stream().filter(r -> r.reading().equals(key)).count(),
                        0))
                .toList();
    }

    private List<Gap> gaps(Target target, String source) {
        return gaps.getOrDefault(target, Map.of()).getOrDefault(source, List.of());
    }
}
