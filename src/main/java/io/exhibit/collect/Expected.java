package io.exhibit.collect;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the answer to an operation looks like on the wire.
 *
 * @param members known members of the answer, by wire name
 * @param carriers those of them that must be there, by wire name
 * @param paging how it says whether more follows
 */
record Expected(Operation operation, Map<String, Member> members, Map<String, Carrier> carriers, Paging paging) {

    /**
     * A member that must be there.
     *
     * @param key wire name of the member that each of its items must have, or ""
     * @param items known members of an item, by wire name; empty for plain values
     */
    record Carrier(Member member, String key, Map<String, Member> items) {}

    private static final Shape UNKNOWN = new Shape(Kind.DOCUMENT, "", null, "");

    static Expected of(Operation operation, Catalog catalog) {
        Map<String, Member> members = members(catalog, catalog.answers().get(operation.name()));
        Map<String, Carrier> carriers = new HashMap<>();
        for (String name : operation.carriers()) {
            Member member = named(name, members);
            Shape shape = member.shape();
            Shape item = shape.kind() == Kind.LIST ? shape.element() : shape;
            Map<String, Member> items = item.kind() == Kind.STRUCTURE ? members(catalog, item.type()) : Map.of();
            String key = operation.key().isEmpty()
                    ? ""
                    : named(operation.key(), items).wire();
            carriers.put(member.wire(), new Carrier(member, key, items));
        }
        return new Expected(operation, members, carriers, Paging.of(members.keySet()));
    }

    /** Empty for what is not AWS's own answer, such as a downloaded document. */
    private static Map<String, Member> members(Catalog catalog, String type) {
        Map<String, Member> byWire = new HashMap<>();
        RecordType known =
                type == null ? new RecordType("", List.of()) : catalog.types().get(type);
        known.members().forEach(member -> byWire.put(member.wire(), member));
        return byWire;
    }

    private static Member named(String name, Map<String, Member> members) {
        return members.values().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElse(new Member(name, name, UNKNOWN));
    }
}
