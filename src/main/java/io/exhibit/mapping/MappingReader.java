package io.exhibit.mapping;

import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Document;
import io.exhibit.control.Framework;
import io.exhibit.control.Parameter;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a mappings folder and the organization's own book for one framework. Expressions are taken as they are written;
 * whether they fit the records is for evaluate to say.
 */
public final class MappingReader {

    /** The book, or every problem that keeps it from being used. */
    public record Result(Optional<Book> book, List<Problem> problems) {}

    private MappingReader() {}

    /**
     * Reads folders.
     *
     * @param mappings the folder, or {@code null} for the copy that travels in the jar
     * @param organization the organization's book, or {@code null} when it lies in the mappings folder
     */
    public static Result read(Path mappings, Path organization, String framework) {
        Problems problems = new Problems();
        SourceFiles files = mappings == null ? SourceFiles.bundled(problems) : SourceFiles.folder(mappings, problems);
        SourceFiles own =
                organization == null ? files.under("organization/") : SourceFiles.folder(organization, problems);
        return read(files, own, framework, problems);
    }

    static Result read(SourceFiles files, SourceFiles organization, String id, Problems problems) {
        int before = problems.unread();
        Frameworks frameworks = new Frameworks(files, problems);
        Framework framework = frameworks.read(id);
        Names citations = new Names(frameworks.citations(), problems.unread() == before);

        before = problems.unread();
        List<Assertion> assertions = new AssertionReader(problems, citations).read(files.under("assertions/"));
        Names assertionIds = new Names(
                assertions.stream().map(Assertion::id).collect(Collectors.toSet()), problems.unread() == before);
        Names documentIds = DocumentReader.ids(files);
        OrganizationReader own = new OrganizationReader(organization, problems);
        List<Document> documents = new DocumentReader(problems, citations).read(files, own.filed(documentIds));
        Map<String, Parameter> parameters = new ParameterReader(problems).read(files, organization);
        Book book = new Book(
                own.withOwners(framework, citations),
                assertions,
                documents,
                own.scope(),
                parameters,
                own.registers(),
                own.acceptances(assertionIds),
                own.decisions(citations, documentIds),
                Digests.of(files, organization, id),
                Digests.over(Digests.of(files, organization, id)));
        return problems.none()
                ? new Result(Optional.of(book), List.of())
                : new Result(Optional.empty(), problems.list());
    }

    static Position top(String file) {
        return new Position(file, 1, 1);
    }
}
