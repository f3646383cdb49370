package io.exhibit.read.records;

import java.util.List;
import java.util.Map;

/** Items as they stand in the carrier; streams, keeps nothing. */
public final class Items implements Maker {

    private final Site site;
    private final Adding adding;

    /** Makes the members of a record of an item's; returns the same map when it adds none. */
    @FunctionalInterface
    public interface Adding {
        Map<String, Object> to(Map<String, Object> members, Piece piece);
    }

    public Items(Site site, Adding adding) {
        this.site = site;
        this.adding = adding;
    }

    @Override
    public List<Want> wants() {
        return List.of(site.carried());
    }

    @Override
    public void take(Piece piece) {
        Map<String, Object> members = piece.members(site.reading().keyMember());
        site.out().put(adding.to(members, piece), piece.gaps(), piece.provenance());
    }
}
