package io.exhibit.evaluate;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Evidence;
import io.exhibit.evidence.Provenance;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Shape;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Records of one reading, made from its type and held in memory: every member is there, structures to a depth of three. */
final class SyntheticRun implements Evidence {

    private static final Instant NOW = Instant.parse("2026-10-05T02:15:00Z");
    private static final String ACCOUNT = "111122223333";
    private static final int DEPTH = 3;

    private final Catalog catalog;
    private final Reading reading;
    private final Target target;
    private final List<Record> records = new ArrayList<>();

    SyntheticRun(Catalog catalog, String reading, int count) {
        this.catalog = catalog;
        this.reading = catalog.reading(reading);
        boolean regional = catalog.sourceOf(reading).scope() == Source.Scope.REGION;
        this.target = regional ? new Target(ACCOUNT, "eu-west-1") : Target.global(ACCOUNT);
        Provenance provenance = new Provenance("bench", "bench", "", NOW, "");
        for (int i = 0; i < count; i++) {
            Map<String, Object> members = members(catalog.types().get(this.reading.type()), i, DEPTH);
            records.add(new Record(reading, target, "item-" + i, members, List.of(), provenance));
        }
    }

    @Override
    public RunRecord run() {
        RunRecord.Part part = new RunRecord.Part(
                catalog.sourceOf(reading.key()).key(),
                1,
                1,
                records.size(),
                RunRecord.Lists.NONE,
                List.of(),
                List.of(),
                0,
                0);
        return new RunRecord(
                "bench",
                NOW,
                NOW,
                NOW,
                Outcome.COMPLETE,
                "",
                "bench",
                "arn:aws:sts::111122223333:assumed-role/bench/bench",
                "",
                List.of(new RunRecord.Account(ACCOUNT, "bench", "ACTIVE", "/", true)),
                Map.of(),
                List.of(new RunRecord.Unit(target, "", 0, "", List.of(part))));
    }

    @Override
    public List<Coverage> read(Target where, List<String> readings, Consumer<Record> each) {
        records.forEach(each);
        return readings.stream()
                .map(r -> new Coverage(r, true, List.of(), records.size(), 0))
                .toList();
    }

    private Map<String, Object> members(RecordType type, int i, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (RecordType.Member member : type.members()) {
            boolean nested = member.shape().kind() == RecordType.Kind.STRUCTURE
                    || member.shape().kind() == RecordType.Kind.LIST;
            if (depth > 1 || !nested) {
                members.put(member.name(), value(member.name(), member.shape(), i, depth - 1));
            }
        }
        return members;
    }

    private Object value(String name, Shape shape, int i, int depth) {
        return switch (shape.kind()) {
            case STRING, BLOB -> name + "-" + i;
            case LONG -> (long) i;
            case DOUBLE -> i / 10.0;
            case BOOLEAN -> i % 100 != 0;
            case TIMESTAMP -> NOW.minusSeconds(i);
            case LIST -> List.of(value(name, shape.element(), i, depth));
            case MAP, DOCUMENT -> Map.of();
            case STRUCTURE -> members(catalog.types().get(shape.type()), i, depth);
        };
    }
}
