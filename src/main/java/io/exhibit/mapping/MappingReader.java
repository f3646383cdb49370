package io.exhibit.mapping;

import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Document;
import io.exhibit.control.Framework;
import io.exhibit.control.Parameter;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Reads a mappings folder and the organization's own book for one framework. Expressions are taken as they are written;
 * whether they fit the records is for evaluate to say.
 */
public final class MappingReader {

    /**
     * What was read.
     *
     * @param book empty when there is a problem
     * @param sound what could be read without a problem, to look for more of them there; the same as the book when there is none
     * @param warnings entries that do not count, and why; they keep nothing from being used
     */
    public record Result(Optional<Book> book, Book sound, List<Problem> problems, List<Problem> warnings) {}

    private static final Set<String> FILES = Set.of("documents.yaml", "parameters.yaml", "registers.yaml");
    private static final Set<String> FOLDERS = Set.of("assertions/", Frameworks.FOLDER, "organization/");

    private MappingReader() {}

    /**
     * Reads folders.
     *
     * @param mappings the folder, or {@code null} for the copy that travels in the jar
     * @param organization the organization's book, or {@code null} when it lies in the mappings folder
     */
    public static Result read(Path mappings, Path organization, String framework) {
        return read(mappings, organization, framework, Optional.empty());
    }

    /** Reads folders, and warns of what does not count on a day. */
    public static Result read(Path mappings, Path organization, String framework, LocalDate today) {
        return read(mappings, organization, framework, Optional.of(today));
    }

    /**
     * Reads folders as if some of their files were otherwise.
     *
     * @param instead texts by name: {@code organization/parameters.yaml}, {@code mappings/assertions/iam.yaml}
     */
    public static Result read(
            Path mappings, Path organization, String framework, LocalDate today, Map<String, byte[]> instead) {
        Problems problems = new Problems();
        SourceFiles files = (mappings == null ? SourceFiles.bundled(problems) : SourceFiles.folder(mappings, problems))
                .with(instead, "mappings/");
        SourceFiles own = (organization == null
                        ? files.under("organization/")
                        : SourceFiles.organization(organization, problems))
                .with(instead, "organization/");
        return read(files, own, framework, Optional.of(today), problems);
    }

    /**
     * Reads files that were read before, by the names that {@link Book#files} has them by. A unit or a fact that is not among
     * them is one of another framework: whether there is such a one was checked when the files were read first.
     */
    public static Result read(Map<String, byte[]> files, String framework) {
        SourceFiles all = SourceFiles.of(files);
        return read(all, all.under("organization/"), framework, Optional.empty(), new Problems(), Names::open);
    }

    /** The frameworks that a mappings folder has, by the names of their folders. */
    public static SortedSet<String> frameworks(Path mappings) {
        Problems problems = new Problems();
        SourceFiles files = mappings == null ? SourceFiles.bundled(problems) : SourceFiles.folder(mappings, problems);
        return new TreeSet<>(Frameworks.ids(files.under(Frameworks.FOLDER)));
    }

    /** SHA-256 over all files that a book can be read from, those of other frameworks too, or empty when one cannot be taken. */
    public static Optional<String> digest(Path mappings, Path organization) {
        Problems problems = new Problems();
        SourceFiles files = mappings == null ? SourceFiles.bundled(problems) : SourceFiles.folder(mappings, problems);
        SortedMap<String, SourceFile> all = new TreeMap<>();
        files.all().forEach((path, file) -> all.put("mappings/" + path, file));
        if (organization != null) {
            SourceFiles.organization(organization, problems)
                    .all()
                    .forEach((path, file) -> all.put("organization/" + path, file));
        }
        return problems.none() ? Optional.of(Digests.over(all)) : Optional.empty();
    }

    private static Result read(Path mappings, Path organization, String framework, Optional<LocalDate> today) {
        Problems problems = new Problems();
        SourceFiles files = mappings == null ? SourceFiles.bundled(problems) : SourceFiles.folder(mappings, problems);
        SourceFiles own =
                organization == null ? files.under("organization/") : SourceFiles.organization(organization, problems);
        return read(files, own, framework, today, problems);
    }

    static Result read(
            SourceFiles files, SourceFiles organization, String id, Optional<LocalDate> today, Problems problems) {
        return read(files, organization, id, today, problems, names -> names);
    }

    /** @param elsewhere what becomes of names when not every framework is here */
    private static Result read(
            SourceFiles files,
            SourceFiles organization,
            String id,
            Optional<LocalDate> today,
            Problems problems,
            UnaryOperator<Names> elsewhere) {
        strays(files, problems);
        Frameworks frameworks = new Frameworks(files, problems);
        Framework framework = frameworks.read(id);
        Names citations = elsewhere.apply(frameworks.citations());
        RegisterForms forms = new RegisterForms(files, problems);
        AssertionReader assertions = new AssertionReader(problems, citations, forms.names());
        List<Assertion> all = assertions.read(files.under("assertions/"));
        Names documentIds = DocumentReader.ids(files);
        OrganizationReader own = new OrganizationReader(
                organization, problems, new Signatures(problems, today), elsewhere.apply(frameworks.conditions()));
        List<Document> documents =
                new DocumentReader(problems, citations, assertions.ids()).read(files, own.filed(documentIds));
        Bearing bearing = new Bearing(
                framework, frameworks.links(id, assertions.ids(), documentIds, OwnLinks.of(all, documents)));
        ParameterReader thresholds = new ParameterReader(problems);
        Map<String, Parameter> parameters = thresholds.read(files, organization);
        SortedMap<String, SourceFile> read = Digests.files(files, organization, id);
        Book book = new Book(
                own.withOwners(framework, citations),
                bearing.assertions(all),
                bearing.elsewhere(all),
                bearing.documents(documents),
                own.scope().asking(framework),
                parameters,
                own.registers(forms),
                own.acceptances(assertions.ids()),
                own.decisions(citations, frameworks.addressable(), documentIds),
                Digests.bytes(read),
                Digests.over(read));
        BookLint lint = new BookLint(problems);
        lint.assertions(all, assertions.qualifying());
        lint.units(framework, frameworks.places(), book.assertions(), book.documents());
        lint.decisions(framework, book.scope(), own.decided(), own.place("decisions.yaml"));
        return problems.none()
                ? new Result(Optional.of(book), book, List.of(), problems.warnings())
                : new Result(
                        Optional.empty(),
                        book.with(thresholds.whole() ? assertions.sound() : List.of()),
                        problems.list(),
                        problems.warnings());
    }

    /** A file that nothing reads was meant to be read. */
    private static void strays(SourceFiles files, Problems problems) {
        files.all().forEach((path, file) -> {
            boolean inPlace = FOLDERS.stream().anyMatch(path::startsWith)
                    && !(path.startsWith(Frameworks.FOLDER) && path.indexOf('/', Frameworks.FOLDER.length()) < 0);
            if (!inPlace && !FILES.contains(path)) {
                String near = Problem.didYouMean(path, FILES);
                problems.add(
                        "unknown-file",
                        top(file.shown()),
                        "Nothing reads this file.",
                        near.isEmpty()
                                ? "Put it where it belongs: assertions/, organization/, or the folder of a framework."
                                : near);
            }
        });
    }

    static Position top(String file) {
        return new Position(file, 1, 1);
    }
}
