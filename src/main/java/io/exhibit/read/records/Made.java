package io.exhibit.read.records;

import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;

/** Members of derived record types; they never stood on a wire, so their name there is their name. */
public final class Made {

    private Made() {}

    public static Member text(String name) {
        return member(name, of(Kind.STRING));
    }

    public static Member texts(String name) {
        return member(name, new Shape(Kind.LIST, "", of(Kind.STRING), ""));
    }

    public static Member whole(String name) {
        return member(name, of(Kind.LONG));
    }

    public static Member flag(String name) {
        return member(name, of(Kind.BOOLEAN));
    }

    public static Member time(String name) {
        return member(name, of(Kind.TIMESTAMP));
    }

    /** Text by text. */
    public static Member textMap(String name) {
        return member(name, new Shape(Kind.MAP, "", of(Kind.STRING), ""));
    }

    public static Member structure(String name, String type) {
        return member(name, new Shape(Kind.STRUCTURE, type, null, ""));
    }

    public static Member structures(String name, String type) {
        return member(name, new Shape(Kind.LIST, "", new Shape(Kind.STRUCTURE, type, null, ""), ""));
    }

    private static Member member(String name, Shape shape) {
        return new Member(name, name, shape);
    }

    private static Shape of(Kind kind) {
        return new Shape(kind, "", null, "");
    }
}
