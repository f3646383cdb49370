package io.exhibit.evidence;

import java.util.List;

/**
 * The members of a record or of a structure in it, by AWS's own names.
 *
 * @param name such as {@code kms.KeyMetadata}; unique
 * @param members in the order of the service model
 */
public record RecordType(String name, List<Member> members) {

    public RecordType {
        members = List.copyOf(members);
    }

    /**
     * One member.
     *
     * @param name the API's name, as the AWS CLI prints it
     * @param wire its name in the answer
     */
    public record Member(String name, String wire, Shape shape) {}

    /**
     * What a member holds.
     *
     * @param kind which of the others are set follows from it
     * @param type name of the {@link RecordType} of a STRUCTURE; of a STRING name of its {@link Catalog#values}, "" when AWS's
     *     model does not list them; otherwise ""
     * @param element shape of the elements of a LIST or of the values of a MAP, otherwise {@code null}
     * @param item XML name of a list's elements ("member", "item"; "" when flattened) or of a map's entries; "" in JSON
     */
    public record Shape(Kind kind, String type, Shape element, String item) {}

    /** Kinds of value; in a record they are String, Long, Double, Boolean, Instant, List, Map. */
    public enum Kind {
        STRING,
        LONG,
        DOUBLE,
        BOOLEAN,
        TIMESTAMP,
        /** Bytes, as base64 text. */
        BLOB,
        LIST,
        MAP,
        STRUCTURE,
        /** Free JSON. */
        DOCUMENT
    }
}
