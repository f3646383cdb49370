package io.exhibit.evaluate;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import io.exhibit.evidence.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every population that an assertion may name: the catalog's readings, and those that are made of the run itself. */
final class Vocabulary {

    static final String ACCOUNTS = "collection.accounts";
    static final String TARGETS = "collection.targets";
    static final String SCHEDULE = "collection.schedule";
    static final String FIXITY = "collection.fixity";
    static final String RETENTION = "collection.retention";
    static final String REGISTER = "registers.";

    /** So many members are named in a hint. */
    private static final int NAMED = 16;

    private static final List<RecordType> OWN_TYPES = List.of(
            type(
                    ACCOUNTS,
                    "account STRING",
                    "name STRING",
                    "state STRING",
                    "management BOOLEAN",
                    "path STRING",
                    "ephi BOOLEAN",
                    "in_scope BOOLEAN",
                    "caller STRING",
                    "calls LONG",
                    "lists LONG",
                    "lists_ended LONG",
                    "pages LONG",
                    "answered BOOLEAN",
                    "gaps LONG",
                    "causes LIST"),
            type(
                    TARGETS,
                    "account STRING",
                    "region STRING",
                    "name STRING",
                    "management BOOLEAN",
                    "ephi BOOLEAN",
                    "calls LONG",
                    "lists LONG",
                    "lists_ended LONG",
                    "pages LONG",
                    "gaps LONG",
                    "answered BOOLEAN",
                    "causes LIST"),
            type(SCHEDULE, "day STRING", "due TIMESTAMP", "outcome STRING", "reason STRING"),
            type(FIXITY, "run STRING", "files LONG", "changed LIST"),
            type(
                    RETENTION,
                    "run STRING",
                    "since TIMESTAMP",
                    "objects LONG",
                    "locked LONG",
                    "mode STRING",
                    "until TIMESTAMP"),
            type("target", "account STRING", "region STRING", "name STRING", "management BOOLEAN", "ephi BOOLEAN"),
            type("period", "start TIMESTAMP", "end TIMESTAMP"));

    private static final List<Reading> OWN_READINGS = List.of(
            reading(ACCOUNTS, "accounts", "account"),
            reading(TARGETS, "accounts and regions", ""),
            reading(SCHEDULE, "scheduled days", "day"),
            reading(FIXITY, "sealed runs", "run"),
            reading(RETENTION, "sealed runs", "run"));

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private final Map<String, RecordType> types = new LinkedHashMap<>();
    private final Map<String, List<String>> values;

    Vocabulary(Catalog catalog) {
        for (Source source : catalog.sources()) {
            source.readings().forEach(r -> {
                readings.put(r.key(), r);
                sources.put(r.key(), source);
            });
        }
        OWN_READINGS.forEach(r -> readings.put(r.key(), r));
        types.putAll(catalog.types());
        values = catalog.values();
        OWN_TYPES.forEach(t -> types.put(t.name(), t));
    }

    Map<String, RecordType> types() {
        return types;
    }

    /** The members of a record type in a sentence, and how many it leaves out. */
    String membersOf(String type) {
        List<String> names =
                types.get(type).members().stream().map(Member::name).sorted().toList();
        int left = names.size() - NAMED;
        return "Its members are " + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (left > 0 ? " and " + left + " more." : ".");
    }

    /** What a text can be, as far as AWS's model lists it; empty when it does not. */
    List<String> values(Shape shape) {
        return shape.kind() == Kind.STRING ? values.getOrDefault(shape.type(), List.of()) : List.of();
    }

    Map<String, Reading> readings() {
        return readings;
    }

    /** The source that AWS is asked by; empty for a population that is made of the run, the calendar or a register. */
    Optional<Source> source(String reading) {
        return Optional.ofNullable(sources.get(reading));
    }

    /** What an item of a population is called, in the plural. */
    String noun(String population) {
        return population.startsWith(REGISTER)
                ? "entries of the register " + population.substring(REGISTER.length())
                : Optional.ofNullable(readings.get(population))
                        .map(Reading::title)
                        .orElse("items");
    }

    private static RecordType type(String name, String... members) {
        List<Member> list = new ArrayList<>();
        for (String member : members) {
            String[] nameAndKind = member.split(" ");
            Kind kind = Kind.valueOf(nameAndKind[1]);
            Shape texts = kind == Kind.LIST ? new Shape(Kind.STRING, "", null, "") : null;
            list.add(new Member(nameAndKind[0], nameAndKind[0], new Shape(kind, "", texts, "")));
        }
        return new RecordType(name, list);
    }

    private static Reading reading(String key, String title, String member) {
        return new Reading(key, title, key, member, List.of(), "", List.of(), "");
    }
}
