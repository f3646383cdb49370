package io.exhibit.evidence;

import io.exhibit.evidence.RunRecord.Part;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The parts of a unit file, and apart from them where each lies in it. Night for night the parts tell mostly the same and lie elsewhere:
 * the records of a month share what they tell.
 */
public final class PlacedParts extends AbstractList<Part> implements RandomAccess {

    private final List<Part> told;
    /** Offset and length of each, in bytes. */
    private final long[] places;

    /**
     * Parts that lie where others lie.
     *
     * @param told the parts, wherever they lie
     * @param placed as many, which lie in their places
     */
    public PlacedParts(List<Part> told, List<Part> placed) {
        this.told = List.copyOf(told);
        this.places = new long[2 * told.size()];
        for (int i = 0; i < told.size(); i++) {
            places[2 * i] = placed.get(i).offset();
            places[2 * i + 1] = placed.get(i).length();
        }
    }

    @Override
    public Part get(int index) {
        return told.get(index).at(places[2 * index], places[2 * index + 1]);
    }

    @Override
    public int size() {
        return told.size();
    }
}
