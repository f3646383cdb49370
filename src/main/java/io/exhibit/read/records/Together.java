package io.exhibit.read.records;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One record for the whole target, out of the answers of several operations; the first one must have come. */
public final class Together implements Maker {

    private final Site site;
    private final Making making;
    private final Map<String, Item> answers = new LinkedHashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Provenance provenance;

    /** Makes the members of the record of the answers by operation; lists of further pages are not joined. */
    @FunctionalInterface
    public interface Making {
        Map<String, Object> of(Map<String, Item> answers);
    }

    public Together(Site site, Making making) {
        this.site = site;
        this.making = making;
    }

    @Override
    public List<Want> wants() {
        List<Want> wants = new ArrayList<>();
        site.reading().population().forEach(operation -> wants.add(new Want(operation, "")));
        site.reading().details().forEach(operation -> wants.add(new Want(operation, "")));
        return wants;
    }

    @Override
    public void take(Piece piece) {
        if (provenance == null) {
            provenance = piece.provenance();
        }
        answers.put(piece.call().operation(), piece.item());
        gaps.addAll(piece.gaps());
    }

    @Override
    public void end() {
        if (answers.containsKey(site.reading().population().get(0))) {
            gaps.addAll(site.gaps());
            site.out().put(making.of(answers), List.copyOf(gaps), provenance);
        }
    }
}
