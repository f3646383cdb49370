package io.exhibit.run.broken;

import io.exhibit.run.book.BookFolders;

/** Broken on purpose: a sample for the architecture rules. */
final class KnowsItsNeighbour {

    private KnowsItsNeighbour() {}

    static BookFolders neighbour;
}
