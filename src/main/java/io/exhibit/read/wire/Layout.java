package io.exhibit.read.wire;

import io.exhibit.evidence.RecordType.Kind;
import java.util.HashMap;
import java.util.Map;

/** A shape made ready for reading: a structure's members stand by their names on the wire. */
final class Layout {

    final Kind kind;
    final Layout element;
    final String item;
    /** Filled after construction, because structures may hold themselves. */
    final Map<String, Member> members = new HashMap<>();

    /** One member: the API's name, and how its value is read. */
    record Member(String name, Layout layout) {}

    Layout(Kind kind, Layout element, String item) {
        this.kind = kind;
        this.element = element;
        this.item = item;
    }

    /** In XML, a flattened list has no element of its own: each occurrence of the member is one of its elements. */
    boolean flattened() {
        return kind == Kind.LIST && item.isEmpty();
    }
}
