package io.exhibit.read.wire;

import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Shape;
import java.util.HashMap;
import java.util.Map;

/** Makes layouts of record types, each one once. */
final class Layouts {

    private final Map<String, RecordType> types;
    private final Map<String, Layout> made = new HashMap<>();

    Layouts(Map<String, RecordType> types) {
        this.types = types;
    }

    Layout structure(String name) {
        Layout known = made.get(name);
        if (known != null) {
            return known;
        }
        RecordType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("the catalog has no record type " + name);
        }
        Layout layout = new Layout(Kind.STRUCTURE, null, "");
        made.put(name, layout);
        for (RecordType.Member member : type.members()) {
            layout.members.put(member.wire().intern(), new Layout.Member(member.name(), of(member.shape())));
        }
        return layout;
    }

    private Layout of(Shape shape) {
        return switch (shape.kind()) {
            case STRUCTURE -> structure(shape.type());
            case LIST, MAP -> new Layout(shape.kind(), of(shape.element()), shape.item());
            default -> new Layout(shape.kind(), null, "");
        };
    }
}
