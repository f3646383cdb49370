package io.exhibit.read.records;

import io.exhibit.evidence.RecordType;
import java.util.List;

/** How the records of a reading are made when they do not stand in the answers as they are. */
public interface Derivation {

    /** Members that it makes; the record type of the reading has them. */
    List<RecordType.Member> members();

    /** Structures in those members. */
    default List<RecordType> structures() {
        return List.of();
    }

    /** Whether a record has the members of the item (and of its details) too. */
    default boolean keepsItem() {
        return false;
    }

    /** Whether the answers of a detail operation are merged into a record that keeps its item. */
    default boolean joins(String detail) {
        return true;
    }

    /** Whether it reads documents within answers: one that cannot be read makes all records of the reading unknown. */
    default boolean readsDocuments() {
        return false;
    }

    /** Whether answers in which the key of a record does not stand have no part in that record. */
    default boolean readsByKey() {
        return false;
    }

    /** A maker for one target, which keeps what it needs between two pieces. */
    Maker maker(Site site);
}
