package io.exhibit.read.records;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Provenance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Items of a carrier with the answers of their detail calls merged into them at top level, by subject. Details may come
 * before or after the page that lists their item, so both are kept until the last exchange: meant for hundreds or
 * thousands of items, not for millions.
 */
public final class JoinedItems implements Maker {

    /** Members that only steer paging; they say nothing about an item. */
    public static final Set<String> PAGING =
            Set.of("NextToken", "nextToken", "Marker", "NextMarker", "Truncated", "IsTruncated");

    private final Site site;
    private final String keyMember;
    private final Want carrier;
    private final List<String> details;
    private final Finish finish;
    private final List<Piece> items = new ArrayList<>();
    private final Map<String, Merged> merged = new HashMap<>();

    /** Takes an item when everything about it has come. */
    @FunctionalInterface
    public interface Finish {
        void take(Map<String, Object> members, List<Gap> gaps, Provenance provenance) throws MalformedDocument;
    }

    private static final class Merged {
        final Map<String, Object> members = new LinkedHashMap<>();
        final List<Gap> gaps = new ArrayList<>();
    }

    /** As the reading declares it: every detail joined, each item a record. */
    public JoinedItems(Site site) {
        this(site, site.reading().keyMember(), site.carried(), site.reading().details(), site.out()::put);
    }

    public JoinedItems(Site site, String keyMember, Want carrier, List<String> details, Finish finish) {
        this.site = site;
        this.keyMember = keyMember;
        this.carrier = carrier;
        this.details = List.copyOf(details);
        this.finish = finish;
    }

    @Override
    public List<Want> wants() {
        List<Want> wants = new ArrayList<>();
        wants.add(carrier);
        details.forEach(operation -> wants.add(new Want(operation, "")));
        return wants;
    }

    @Override
    public void take(Piece piece) {
        if (details.contains(piece.call().operation())) {
            Merged of = merged.computeIfAbsent(piece.call().subject(), subject -> new Merged());
            piece.item().members().forEach((name, value) -> merge(of.members, name, value));
            of.gaps.addAll(piece.gaps());
        } else {
            items.add(piece);
        }
    }

    @Override
    public void end() throws MalformedDocument {
        for (Piece piece : items) {
            Map<String, Object> members = new LinkedHashMap<>(piece.members(keyMember));
            String key = String.valueOf(members.get(keyMember));
            List<Gap> gaps = new ArrayList<>(piece.gaps());
            gaps.addAll(site.gapsOf(key));
            Merged of = merged.get(key);
            if (of != null) {
                of.members.forEach((name, value) -> {
                    // GetKeyRotationStatus calls the key by its ARN: an item keeps the name by which it was listed.
                    if (!name.equals(keyMember)) {
                        members.put(name, value);
                    }
                });
                gaps.addAll(of.gaps);
            }
            finish.take(members, List.copyOf(gaps), piece.provenance());
        }
    }

    /** Lists of further pages are appended, without what moved there from an earlier one; anything else is replaced. */
    private static void merge(Map<String, Object> into, String name, Object value) {
        if (PAGING.contains(name)) {
            return;
        }
        into.merge(name, value, (earlier, now) -> {
            if (earlier instanceof List<?> a && now instanceof List<?> b) {
                List<Object> all = new ArrayList<>(a);
                Set<Object> before = new HashSet<>(a);
                b.stream().filter(each -> !before.contains(each)).forEach(all::add);
                return all;
            }
            return now;
        });
    }
}
