package io.exhibit.mapping;

import io.exhibit.control.Document;
import io.exhibit.control.Document.Covers;
import io.exhibit.control.Document.Filed;
import io.exhibit.control.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code documents.yaml}: what must be on file beside all tests. */
final class DocumentReader {

    private static final String FILE = "documents.yaml";
    private static final Set<String> KEYS =
            Set.of("id", "says", "required", "max_age_days", "covers", "tested_by", "against_none", "serves");

    private final Problems problems;
    private final Names citations;
    private final Names tests;

    DocumentReader(Problems problems, Names citations, Names tests) {
        this.problems = problems;
        this.citations = citations;
        this.tests = tests;
    }

    /** The ids alone, to check what the organization refers to; problems are told when the file is read in full. */
    static Names ids(SourceFiles files) {
        Problems later = new Problems();
        Set<String> ids = new HashSet<>();
        Optional.ofNullable(files.all().get(FILE))
                .flatMap(file -> file.read(later))
                .ifPresent(node -> Lists.each(node, later, item -> ids.add(new Fields(item, later, KEYS).text("id"))));
        return new Names(ids, later.unread() == 0);
    }

    /** Every document, ordered by id, with what was filed for it. */
    List<Document> read(SourceFiles files, Map<String, Filed> filed) {
        List<Document> documents = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Optional.ofNullable(files.all().get(FILE))
                .flatMap(file -> file.read(problems))
                .ifPresent(node -> Lists.each(node, problems, item -> {
                    Document document = document(new Fields(item, problems, KEYS), filed);
                    if (!ids.add(document.id())) {
                        problems.add(
                                "duplicate-id", item.position(), "The document " + document.id() + " is there twice.");
                    }
                    documents.add(document);
                }));
        documents.sort(Comparator.comparing(Document::id));
        return documents;
    }

    private Document document(Fields fields, Map<String, Filed> filed) {
        String id = fields.required("id");
        Map<String, String> serves = new LinkedHashMap<>();
        Fields why = Lists.fields(fields, "serves", problems);
        for (Node.Entry entry : fields.named("serves")) {
            AssertionReader.checkCitation(entry, citations, problems);
            serves.put(entry.key(), why.required(entry.key()));
        }
        long limit = fields.integer("max_age_days", 0);
        if (limit < 0 || limit > Ranges.MOST_DAYS) {
            problems.add(
                    "out-of-range",
                    fields.position("max_age_days"),
                    "max_age_days must lie between 0 and " + Ranges.MOST_DAYS + " (days), not " + limit + ".");
        }
        return new Document(
                id,
                fields.required("says"),
                fields.text("required"),
                (int) limit,
                fields.choice("covers", Covers.class, Covers.NOTHING),
                serves,
                testedBy(fields),
                againstNone(fields),
                Optional.ofNullable(filed.get(id)));
    }

    private String testedBy(Fields fields) {
        String test = fields.text("tested_by");
        known(test, fields.position("tested_by"));
        return test;
    }

    private List<String> againstNone(Fields fields) {
        List<String> ids = fields.texts("against_none");
        ids.forEach(test -> known(test, fields.position("against_none")));
        return ids;
    }

    private void known(String test, Position at) {
        tests.check(test, "unknown-assertion", at, "No test is called " + test + ".", problems);
    }
}
