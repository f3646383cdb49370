package io.exhibit.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsCollectors;
import io.exhibit.aws.AwsLandscape;
import io.exhibit.aws.AwsSettings;
import io.exhibit.aws.identity.ReportWait;
import io.exhibit.collect.AnswerGuard;
import io.exhibit.collect.Collector;
import io.exhibit.collect.Limits;
import io.exhibit.collect.SourceCapture;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Evidence.Coverage;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every reading of every source, read from what the real collectors bring from the simulated organization. */
@OneJdk
class SimulatedEvidenceTest {

    private static final Instant NIGHT = Instant.parse("2026-10-05T02:15:00Z");
    private static final String MANAGEMENT = "111122223333";
    private static final List<Target> TARGETS = List.of(
            Target.global(MANAGEMENT),
            Target.global("333344445555"),
            new Target(MANAGEMENT, "us-east-1"),
            new Target("222233334444", "us-east-1"),
            new Target("333344445555", "us-east-1"),
            new Target("444455556666", "us-east-1"));

    private static final Path PAGE = Path.of("mappings/READINGS.md");
    private static final Catalog catalog = CatalogFile.load();
    private static final Map<Target, Map<String, List<Exchange>>> exchanges = new HashMap<>();

    private static RunRecord run;

    @BeforeAll
    static void night() throws IOException {
        run = collect();
    }

    /** The list of members for those who write tests; examples are what was just read. */
    @Test
    void thePageOfReadingsIsThatOfTheTableAndOfTheSimulatedOrganization() throws IOException {
        List<Record> records = new ArrayList<>();
        RunEvidence evidence = new RunEvidence(
                run,
                catalog,
                (target, source, each) -> exchanges.get(target).get(source).forEach(each));
        for (RunRecord.Unit unit : run.units()) {
            for (RunRecord.Part part : unit.parts()) {
                List<String> readings = catalog.sources().stream()
                        .filter(source -> source.key().equals(part.source()))
                        .flatMap(source -> source.readings().stream())
                        .map(Reading::key)
                        .toList();
                evidence.read(unit.target(), readings, records::add);
            }
        }
        String now = ReadingsPage.of(catalog, records);
        if (Boolean.getBoolean("exhibit.regenerate")) {
            Files.writeString(PAGE, now);
        }
        assertThat(PAGE)
                .as("stale: run this test with -Dexhibit.regenerate=true and look at the diff")
                .exists()
                .content()
                .isEqualTo(now);
    }

    /** The short table on the page for officers names members that are there. */
    @Test
    void whatTheOfficersPageNamesIsThere() throws IOException {
        String page = Files.readString(Path.of("mappings/README.md"));
        Matcher rows = Pattern.compile("(?m)^\\| ((?:`[a-z0-9.-]+`(?:, )?)+) \\| ([A-Za-z0-9_,; ]+) \\|$")
                .matcher(page.substring(page.indexOf("| Reading |"), page.indexOf("Beside `record`")));
        int named = 0;
        while (rows.find()) {
            String[] readings = rows.group(1).replace("`", "").split(", ");
            String[] members = rows.group(2).split("; ");
            for (int i = 0; i < readings.length; i++) {
                String key = readings[i].startsWith(".")
                        ? readings[0].substring(0, readings[0].indexOf('.')) + readings[i]
                        : readings[i];
                if (!key.startsWith("collection.")) {
                    named++;
                    assertThat(catalog.types().get(catalog.reading(key).type()).members())
                            .as(key)
                            .extracting(RecordType.Member::name)
                            .contains(members[i].split(", "));
                }
            }
        }
        assertThat(named).isGreaterThan(20);
    }

    /** What is read to prove an item is what was read when it was judged; a key that stands otherwise in its answer is not found. */
    @Test
    void aRecordIsTheSameWhenOnlyTheAnswersThatCarryItAreRead() throws IOException {
        Set<String> byKey = new TreeSet<>();
        Set<String> otherwise = new TreeSet<>();
        int passedOver = 0;
        for (RunRecord.Unit unit : run.units()) {
            for (RunRecord.Part part : unit.parts()) {
                List<Exchange> all = exchanges.get(unit.target()).get(part.source());
                for (Reading reading : source(part).readings()) {
                    for (Record record : some(read(unit.target(), reading, all))) {
                        Optional<Predicate<Exchange>> enough = Carriers.of(reading, record.key());
                        if (enough.isEmpty()) {
                            continue;
                        }
                        List<Exchange> carrying =
                                all.stream().filter(enough.get()).toList();
                        List<Record> found = read(unit.target(), reading, carrying).stream()
                                .filter(each -> each.key().equals(record.key()))
                                .toList();
                        if (found.isEmpty()) {
                            otherwise.add(record.key());
                        } else {
                            assertThat(found).as(record.key()).containsExactly(record);
                            byKey.add(reading.key());
                            passedOver += all.size() - carrying.size();
                        }
                    }
                }
            }
        }
        assertThat(byKey).contains("inspector2.findings", "guardduty.findings");
        assertThat(passedOver).isGreaterThan(100);
        assertThat(otherwise).as("hostile names alone").allMatch(key -> key.matches(".*[<>&\"'+].*"));
    }

    /** The first, the one in the middle, the last. */
    private static List<Record> some(List<Record> all) {
        return all.size() < 4 ? all : List.of(all.get(0), all.get(all.size() / 2), all.get(all.size() - 1));
    }

    private static List<Record> read(Target target, Reading reading, List<Exchange> all) {
        List<Record> records = new ArrayList<>();
        new RunEvidence(run, catalog, (where, asked, each) -> all.forEach(each))
                .read(target, List.of(reading.key()), records::add);
        return records;
    }

    private static Source source(RunRecord.Part part) {
        return catalog.sources().stream()
                .filter(s -> s.key().equals(part.source()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRecordIsOfItsTypeAndHasItsKeyAndNothingIsLost() throws IOException {
        RunEvidence evidence = new RunEvidence(
                run,
                catalog,
                (target, source, each) -> exchanges.get(target).get(source).forEach(each));
        Set<String> withRecords = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (RunRecord.Unit unit : run.units()) {
            for (RunRecord.Part part : unit.parts()) {
                Source source = source(part);
                List<String> readings =
                        source.readings().stream().map(Reading::key).toList();
                List<Record> records = new ArrayList<>();
                all.addAll(readings);
                assertThat(evidence.read(unit.target(), readings, records::add))
                        .as(source.key() + " at " + unit.target())
                        .allMatch(Coverage::known)
                        .allMatch(c -> c.unknownMembers() == 0 || ahead(source));
                Set<String> keys = new HashSet<>();
                for (Record record : records) {
                    withRecords.add(record.reading());
                    assertThat(record.gaps())
                            .as(record.reading() + " " + record.key())
                            .isEmpty();
                    assertThat(keys.add(record.reading() + " " + record.key()))
                            .as(record.toString())
                            .isTrue();
                    fits(catalog.reading(record.reading()).type(), record.members());
                }
            }
        }
        assertThat(withRecords).isEqualTo(all);
    }

    /** AWS's model of organizations has Paths, which the SDK's does not have yet; the simulated AWS sends them. */
    private static boolean ahead(Source source) {
        return source.key().equals("organizations");
    }

    private void fits(String type, Map<?, ?> members) {
        Map<String, RecordType.Shape> shapes = new HashMap<>();
        catalog.types().get(type).members().forEach(m -> shapes.put(m.name(), m.shape()));
        members.forEach((name, value) -> {
            assertThat(shapes).as(type).containsKey((String) name);
            fits(type + "." + name, shapes.get(name), value);
        });
    }

    private void fits(String place, RecordType.Shape shape, Object value) {
        switch (shape.kind()) {
            case STRUCTURE -> fits(shape.type(), (Map<?, ?>) value);
            case LIST -> ((List<?>) value).forEach(one -> fits(place, shape.element(), one));
            case MAP -> ((Map<?, ?>) value).values().forEach(one -> fits(place, shape.element(), one));
            case STRING, BLOB -> assertThat(value).as(place).isInstanceOf(String.class);
            case LONG -> assertThat(value).as(place).isInstanceOf(Long.class);
            case DOUBLE -> assertThat(value).as(place).isInstanceOf(Double.class);
            case BOOLEAN -> assertThat(value).as(place).isInstanceOf(Boolean.class);
            case TIMESTAMP -> assertThat(value).as(place).isInstanceOf(Instant.class);
            case DOCUMENT -> assertThat(value).as(place).isNotNull();
        }
    }

    private static RunRecord collect() throws IOException {
        List<RunRecord.Unit> units = new ArrayList<>();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withNow(NIGHT));
                AwsClients clients = new AwsClients(
                        AwsSettings.simulated(sandbox.endpoint()).consenting(List.of("SOC 2")),
                        () -> NIGHT,
                        pause -> {})) {
            AwsLandscape landscape = new AwsLandscape(clients);
            ReportWait wait = new ReportWait(Duration.ofMinutes(5), pause -> {}, (target, waited) -> {});
            List<Collector> collectors = AwsCollectors.all(clients, landscape, wait);
            AnswerGuard guard = new AnswerGuard(catalog);
            assertThat(landscape.enter()).isEmpty();
            for (Target target : TARGETS) {
                if (!target.account().equals(MANAGEMENT)) {
                    assertThat(landscape.assume(target.account())).isEmpty();
                }
                List<RunRecord.Part> parts = new ArrayList<>();
                for (Collector collector : collectors) {
                    if (belongs(collector.source(), target)) {
                        List<Exchange> of = new ArrayList<>();
                        SourceCapture capture = new SourceCapture(
                                collector.source(),
                                target,
                                clients.line(),
                                guard,
                                landscape.causes(),
                                Limits.defaults(),
                                of::add);
                        collector.collect(target, capture);
                        exchanges
                                .computeIfAbsent(target, t -> new HashMap<>())
                                .put(collector.source().key(), of);
                        parts.add(capture.part(0, of.size()));
                    }
                }
                units.add(new RunRecord.Unit(target, "unit", 0, "", parts));
            }
        }
        return new RunRecord(
                "2026-10-05T021500Z",
                NIGHT,
                NIGHT,
                NIGHT,
                RunRecord.Outcome.COMPLETE,
                "",
                "sandbox",
                "",
                "",
                List.of(),
                Map.of(),
                units);
    }

    private static boolean belongs(Source source, Target target) {
        return switch (source.scope()) {
            case ORGANIZATION -> target.isGlobal() && target.account().equals(MANAGEMENT);
            case ACCOUNT -> target.isGlobal();
            case REGION -> !target.isGlobal();
        };
    }
}
