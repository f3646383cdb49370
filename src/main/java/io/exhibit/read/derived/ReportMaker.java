package io.exhibit.read.derived;

import io.exhibit.read.records.Maker;
import io.exhibit.read.records.MalformedDocument;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.List;
import java.util.Map;

/** Hands out a credential report row by row. */
final class ReportMaker implements Maker {

    private final Site site;
    private final EachRow each;

    /** Takes one row, by column name. */
    @FunctionalInterface
    interface EachRow {
        void take(Map<String, String> row, Piece piece);
    }

    ReportMaker(Site site, EachRow each) {
        this.site = site;
        this.each = each;
    }

    @Override
    public List<Want> wants() {
        return List.of(site.carried());
    }

    @Override
    public void take(Piece piece) throws MalformedDocument {
        for (Map<String, String> row : ReportRows.of((String) piece.value())) {
            each.take(row, piece);
        }
    }
}
