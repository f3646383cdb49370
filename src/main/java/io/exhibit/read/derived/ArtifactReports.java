package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.JoinedItems;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.MalformedDocument;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** AWS Artifact reports with their metadata, and {@code document}: what was downloaded with consent, by its digest alone. */
final class ArtifactReports implements Derivation {

    private static final String METADATA = "artifact:GetReportMetadata";
    private static final String REPORT = "artifact:DownloadReport";
    private static final String TERMS = "artifact:DownloadTerm";
    private static final String DOCUMENT = "artifact.Document";

    @Override
    public List<Member> members() {
        return List.of(Made.structure("document", DOCUMENT));
    }

    @Override
    public List<RecordType> structures() {
        List<Member> download = List.of(Made.text("sha256"), Made.whole("bytes"));
        List<Member> document = new ArrayList<>(download);
        document.add(Made.text("terms_sha256"));
        return List.of(new RecordType("artifact.Download", download), new RecordType(DOCUMENT, document));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public boolean joins(String detail) {
        return detail.equals(METADATA);
    }

    @Override
    public Maker maker(Site site) {
        return new WithDocuments(site);
    }

    private static final class WithDocuments implements Maker {

        private final JoinedItems reports;
        private final Map<String, Map<String, Object>> documents = new HashMap<>();

        WithDocuments(Site site) {
            this.reports = new JoinedItems(
                    site,
                    site.reading().keyMember(),
                    site.carried(),
                    List.of(METADATA),
                    (members, gaps, provenance) -> {
                        Map<String, Object> document = documents.get(new Item(members).text("id"));
                        if (document != null) {
                            members.put("document", document);
                        }
                        site.out().put(members, gaps, provenance);
                    });
        }

        @Override
        public List<Want> wants() {
            List<Want> wants = new ArrayList<>(reports.wants());
            wants.add(new Want(REPORT, ""));
            wants.add(new Want(TERMS, ""));
            return wants;
        }

        @Override
        public void take(Piece piece) {
            switch (piece.call().operation()) {
                case REPORT -> document(piece).putAll(piece.item().members());
                case TERMS -> document(piece).put("terms_sha256", piece.item().text("sha256"));
                default -> reports.take(piece);
            }
        }

        private Map<String, Object> document(Piece piece) {
            return documents.computeIfAbsent(piece.call().subject(), report -> new LinkedHashMap<>());
        }

        @Override
        public void end() throws MalformedDocument {
            reports.end();
        }
    }
}
