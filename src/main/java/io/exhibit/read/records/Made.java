package io.exhibit.read.records;

import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;

/** Members of derived record types; they never stood on a wire, so their name there is their name. */
public final class Made {

    private Made() {}

    /** A text. */
    public static Member text(String name) {
        return member(name, of(Kind.STRING));
    }

    /** A list of texts. */
    public static Member texts(String name) {
        return member(name, new Shape(Kind.LIST, "", of(Kind.STRING), ""));
    }

    /** A whole number of 64 bits. */
    public static Member whole(String name) {
        return member(name, of(Kind.LONG));
    }

    /** True or false. */
    public static Member flag(String name) {
        return member(name, of(Kind.BOOLEAN));
    }

    /** An instant, in UTC. */
    public static Member time(String name) {
        return member(name, of(Kind.TIMESTAMP));
    }

    /** Text by text. */
    public static Member textMap(String name) {
        return member(name, new Shape(Kind.MAP, "", of(Kind.STRING), ""));
    }

    /** A structure of a type that is in the table of record types. */
    public static Member structure(String name, String type) {
        return member(name, new Shape(Kind.STRUCTURE, type, null, ""));
    }

    /** A list of structures of such a type. */
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
