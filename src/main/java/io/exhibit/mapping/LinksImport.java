package io.exhibit.mapping;

import io.exhibit.control.Assertion;
import io.exhibit.control.Control;
import io.exhibit.control.Document;
import io.exhibit.control.Framework;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a table of links from tests and documents to the units of a framework (columns id, unit, strength, why, in any order)
 * into {@code links.yaml} of that framework. What is checked is what is checked there.
 */
public final class LinksImport {

    private static final List<String> ORDER = List.of("id", "unit", "strength", "why");
    private static final Set<String> NEEDED = Set.of("id", "unit", "why");

    /**
     * What came of it.
     *
     * @param text of the file; not to be used when there is a problem
     */
    public record Result(String text, int links, List<Problem> problems) {}

    private LinksImport() {}

    /**
     * Reads the table.
     *
     * @param mappings the folder, or {@code null} for the copy that travels in the jar; what stands in the framework's own
     *     {@code links.yaml} is not looked at, because the new file takes its place
     */
    public static Result of(Path mappings, String framework, Path table) throws IOException {
        Problems problems = new Problems();
        String shown = table.toString().replace('\\', '/');
        List<Node> rows = rows(table, shown, problems);
        SourceFiles files = mappings == null ? SourceFiles.bundled(problems) : SourceFiles.folder(mappings, problems);
        reader(files, framework, problems).links(rows);
        StringBuilder text = new StringBuilder("# Made from ")
                .append(Quoted.comment(String.valueOf(table.getFileName())))
                .append(": ")
                .append(rows.size())
                .append(rows.size() == 1 ? " link" : " links")
                .append(".\nlinks:\n");
        rows.forEach(row -> text.append('\n').append(entry(row)));
        return new Result(text.toString(), rows.size(), problems.list());
    }

    private static LinksReader reader(SourceFiles files, String id, Problems problems) {
        Frameworks frameworks = new Frameworks(files, problems);
        Framework framework = frameworks.read(id);
        Names citations = frameworks.citations();
        AssertionReader assertions =
                new AssertionReader(problems, citations, new RegisterForms(files, problems).names());
        List<Assertion> tests = assertions.read(files.under("assertions/"));
        List<Document> documents = new DocumentReader(problems, citations, Names.NONE).read(files, Map.of());
        Set<String> units = framework.controls().stream().map(Control::citation).collect(Collectors.toSet());
        // An unknown framework has been told: then no unit is called unknown.
        return new LinksReader(
                new Names(units, citations.complete() && !framework.controls().isEmpty()),
                assertions.ids(),
                DocumentReader.ids(files),
                OwnLinks.of(tests, documents),
                problems);
    }

    /** The rows without their empty cells, because a document has no strength; none when a column is missing, which is told once. */
    private static List<Node> rows(Path table, String shown, Problems problems) throws IOException {
        if (Files.size(table) > Utf8.MAX_BYTES) {
            problems.addUnread(
                    new Problem("too-large", MappingReader.top(shown), "The file has more than 1 MiB.", "Split it."));
            return List.of();
        }
        Optional<CsvTable> read = CsvReader.read(shown, Files.readAllBytes(table), problems);
        int before = problems.count();
        List<Node> rows = read.map(t ->
                        t.checked(LinksReader.KEYS, NEEDED, problems).rows().items())
                .orElse(List.of());
        return problems.count() == before
                ? rows.stream().map(LinksImport::filled).toList()
                : List.of();
    }

    private static Node filled(Node row) {
        return new Node.Mapping(
                Lists.entries(row).stream()
                        .filter(cell -> !((Node.Scalar) cell.value()).text().isEmpty())
                        .toList(),
                row.position());
    }

    private static String entry(Node row) {
        Map<String, String> cells = Lists.entries(row).stream()
                .collect(Collectors.toMap(Node.Entry::key, cell -> ((Node.Scalar) cell.value()).text()));
        StringBuilder text = new StringBuilder();
        String lead = "  - ";
        for (String column : ORDER) {
            if (cells.containsKey(column)) {
                text.append(lead)
                        .append(column)
                        .append(": ")
                        .append(Quoted.text(cells.get(column)))
                        .append('\n');
                lead = "    ";
            }
        }
        return text.toString();
    }
}
