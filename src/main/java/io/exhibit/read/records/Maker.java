package io.exhibit.read.records;

import java.util.List;

/** Makes the records of one reading at one target; pieces come in the order of the exchanges. */
public interface Maker {

    List<Want> wants();

    void take(Piece piece) throws MalformedDocument;

    /** An operation that it wants was answered by an error that is a fact; the piece has no value. */
    default void fact(Piece piece) {}

    /** Every piece has come. */
    default void end() throws MalformedDocument {}
}
