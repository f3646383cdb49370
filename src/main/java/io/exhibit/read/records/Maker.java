package io.exhibit.read.records;

import java.util.List;

/** Makes the records of one reading at one target; pieces come in the order of the exchanges. */
public interface Maker {

    /** The operations and carriers that it is made of; nothing else is handed to it. */
    List<Want> wants();

    /** @throws MalformedDocument when a document within the answer is none */
    void take(Piece piece) throws MalformedDocument;

    /** An operation that it wants was answered by an error that is a fact; the piece has no value. */
    default void fact(Piece piece) {}

    /** Every piece has come. */
    default void end() throws MalformedDocument {}
}
