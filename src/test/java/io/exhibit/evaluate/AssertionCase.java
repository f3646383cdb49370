package io.exhibit.evaluate;

import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Parameter;
import io.exhibit.control.Register;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Source;
import io.exhibit.mapping.MappingReader;
import io.exhibit.read.CatalogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One case of {@code assertions/cases.yaml}: an assertion of the shipped mapping with records, in one account and region. */
record AssertionCase(Assertion assertion, Map<String, Object> written) {

    private static final String A = FakeRun.MANAGEMENT;
    private static final String REGION = "eu-west-1";
    private static final Catalog CATALOG = CatalogFile.load();
    private static final Vocabulary VOCABULARY = new Vocabulary(CATALOG);
    private static final Book SHIPPED = MappingReader.read(Path.of("mappings"), null, "hipaa-security-rule")
            .book()
            .orElseThrow();

    @SuppressWarnings("unchecked")
    static List<AssertionCase> all() {
        try {
            String text = Files.readString(Path.of("src/test/resources/assertions/cases.yaml"));
            List<Map<String, Object>> cases =
                    (List<Map<String, Object>>) new Load(LoadSettings.builder().build()).loadFromString(text);
            return cases.stream()
                    .map(written -> new AssertionCase(named((String) written.get("id")), written))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Assertion named(String id) {
        return SHIPPED.assertions().stream()
                .filter(assertion -> assertion.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no assertion " + id));
    }

    String id() {
        return assertion.id();
    }

    String says() {
        return (String) written.get("says");
    }

    Map<String, Object> pass() {
        return map("pass");
    }

    Optional<Map<String, Object>> unknown() {
        return written.containsKey("unknown") ? Optional.of(over("unknown")) : Optional.empty();
    }

    Optional<Map<String, Object>> outside() {
        return written.containsKey("out") ? Optional.of(over("out")) : Optional.empty();
    }

    Judged judged(Map<String, Object> members) {
        return judge(run(members, map("with"), List.of()), members, map("parameters"));
    }

    /**
     * While the parameter that the case calls unset names nothing.
     *
     * @param policy that says so, or "" for the tool's default
     */
    Optional<Judged> unset(String policy) {
        Map<String, Object> parameters = new LinkedHashMap<>(map("parameters"));
        return Optional.ofNullable((String) written.get("unset")).map(name -> {
            parameters.put(name, List.of());
            return judge(run(pass(), map("with"), List.of()), pass(), parameters, true, policy);
        });
    }

    Judged failing() {
        Map<String, Object> beside = new LinkedHashMap<>(map("with"));
        beside.putAll(map("fail_with"));
        Map<String, Object> parameters = new LinkedHashMap<>(map("parameters"));
        parameters.putAll(map("fail_parameters"));
        Map<String, Object> members = over("fail");
        return judge(run(members, beside, List.of()), members, parameters);
    }

    /** Nothing of the kind that is asked about, where everything was read. */
    Judged empty() {
        FakeRun run = new FakeRun(CATALOG).account(A, "ACTIVE", "/Prod/Claims");
        Set<String> sources = new TreeSet<>(assertion.readings());
        sources.forEach(reading ->
                VOCABULARY.source(reading).ifPresent(source -> run.answered(source.key(), A, region(source))));
        run.answered("iam.account-summary", A, "global");
        boolean ofTheCollection = assertion.source().startsWith("collection.");
        return judge(run, Map.of(), map("parameters"), !ofTheCollection);
    }

    /** The readings of AWS that the conforming record is judged by. */
    List<String> readings() {
        List<String> readings = new ArrayList<>();
        if (VOCABULARY.source(assertion.source()).isPresent()) {
            readings.add(assertion.source());
        }
        if (!"none".equals(written.get("blind"))) {
            map("with").keySet().stream()
                    .filter(name -> !((List<?>) map("with").get(name)).isEmpty())
                    .map(name -> Reach.of(assertion.with().get(name)).reading())
                    .forEach(readings::add);
        }
        return readings;
    }

    /** With a gap in place of the operation that lists a reading. */
    Judged blind(String reading) {
        Map<String, Object> beside = new LinkedHashMap<>(map("with"));
        beside.keySet()
                .removeIf(name -> Reach.of(assertion.with().get(name)).reading().equals(reading));
        Map<String, Object> members = reading.equals(assertion.source()) ? null : pass();
        FakeRun run = run(members, beside, List.of());
        Source source = VOCABULARY.source(reading).orElseThrow();
        run.gap(
                source.key(),
                A,
                region(source),
                CATALOG.reading(reading).population().get(0),
                Cause.DENIED);
        return judge(run, pass(), map("parameters"));
    }

    /** With nothing of the record but its name, since the calls for the rest were denied. */
    Optional<Judged> undetailed() {
        if ("none".equals(written.get("details"))
                || VOCABULARY.source(assertion.source()).isEmpty()
                || CATALOG.reading(assertion.source()).details().isEmpty()) {
            return Optional.empty();
        }
        Reading reading = CATALOG.reading(assertion.source());
        List<Gap> gaps = reading.details().stream()
                .map(operation -> FakeRun.gap(operation, Cause.DENIED))
                .toList();
        Map<String, Object> bare = new HashMap<>(Map.of(reading.keyMember(), pass().get(reading.keyMember())));
        return Optional.of(judge(run(bare, map("with"), gaps), bare, map("parameters")));
    }

    private FakeRun run(Map<String, Object> members, Map<String, Object> beside, List<Gap> gaps) {
        FakeRun run = new FakeRun(CATALOG).account(A, "ACTIVE", "/Prod/Claims");
        Optional.ofNullable((String) written.get("begun_by")).ifPresent(run::begunBy);
        Set<String> sources = new TreeSet<>(assertion.readings());
        sources.forEach(reading ->
                VOCABULARY.source(reading).ifPresent(source -> run.answered(source.key(), A, region(source))));
        if (run.run().units().stream().allMatch(unit -> unit.target().isGlobal())) {
            run.answered("ebs.settings", A, REGION);
        }
        run.answered("iam.account-summary", A, "global");
        if (members != null) {
            put(run, assertion.source(), members, gaps);
        }
        beside.forEach((name, records) -> ((List<?>) records)
                .forEach(record -> put(run, Reach.of(assertion.with().get(name)).reading(), cast(record), List.of())));
        return run;
    }

    private static void put(FakeRun run, String reading, Map<String, Object> members, List<Gap> gaps) {
        VOCABULARY
                .source(reading)
                .ifPresent(source -> run.record(
                        source.key(),
                        A,
                        region(source),
                        reading,
                        CaseValues.typed(CATALOG, CATALOG.reading(reading).type(), members),
                        gaps));
    }

    private static String region(Source source) {
        return source.scope() == Source.Scope.REGION ? REGION : "global";
    }

    private Judged judge(FakeRun run, Map<String, Object> entry, Map<String, Object> changed) {
        return judge(run, entry, changed, true);
    }

    private Judged judge(FakeRun run, Map<String, Object> entry, Map<String, Object> changed, boolean inScope) {
        return judge(run, entry, changed, inScope, "");
    }

    private Judged judge(
            FakeRun run, Map<String, Object> entry, Map<String, Object> changed, boolean inScope, String policy) {
        Map<String, Register> registers = new TreeMap<>();
        SHIPPED.registers().keySet().forEach(name -> registers.put(name, new Register(name, List.of(), Books.AT)));
        map("registers")
                .forEach((name, entries) -> registers.put(
                        name,
                        new Register(
                                name,
                                ((List<?>) entries)
                                        .stream()
                                                .map(each -> Books.entry(CaseValues.timed(cast(each))))
                                                .toList(),
                                Books.AT)));
        if (assertion.source().startsWith("registers.")) {
            String name = assertion.source().substring("registers.".length());
            registers.put(
                    name,
                    new Register(
                            name,
                            entry.isEmpty() ? List.of() : List.of(Books.entry(CaseValues.timed(entry))),
                            Books.AT));
        }
        Map<String, Parameter> parameters = new TreeMap<>(SHIPPED.parameters());
        changed.forEach((name, value) -> parameters.put(
                name, new Parameter(name, value instanceof Integer i ? i.longValue() : value, "", policy, Books.AT)));
        Scope scope = new Scope(
                "Clinic",
                "",
                "",
                Map.of(A, new Scope.AccountScope(A, A, inScope, Optional.of(true), "", "D", LocalDate.of(2026, 1, 2))),
                Map.of());
        Book book = new Book(
                SHIPPED.framework(),
                List.of(assertion),
                List.of(),
                scope,
                parameters,
                registers,
                List.of(),
                List.of(),
                Map.of(),
                "b00c");
        return Judged.of(new Evaluator(book, CATALOG, ZoneOffset.UTC), run);
    }

    private Map<String, Object> map(String key) {
        return cast(written.getOrDefault(key, Map.of()));
    }

    /** The conforming record with other members; {@code null} takes one away. */
    private Map<String, Object> over(String key) {
        Map<String, Object> members = new LinkedHashMap<>(pass());
        members.putAll(map(key));
        members.values().removeIf(value -> value == null);
        return members;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }

    @Override
    public String toString() {
        return id() + " " + says();
    }
}
