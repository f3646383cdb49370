package io.exhibit.control;

import java.util.List;
import java.util.Map;

/**
 * A framework with everything it is judged by: the mapping and the organization's own entries.
 *
 * @param files that it was read from, as they lay there, by path relative to the mappings folder
 * @param digest SHA-256 over these: of the lines that {@code sha256sum} would print of them, sorted by path
 */
public record Book(
        Framework framework,
        List<Assertion> assertions,
        List<Document> documents,
        Scope scope,
        Map<String, Parameter> parameters,
        Map<String, Register> registers,
        List<RiskAcceptance> acceptances,
        List<Decision> decisions,
        Map<String, byte[]> files,
        String digest) {

    public Book {
        assertions = List.copyOf(assertions);
        documents = List.copyOf(documents);
        acceptances = List.copyOf(acceptances);
        decisions = List.copyOf(decisions);
    }

    /** The same with some of its assertions. */
    public Book with(List<Assertion> some) {
        return new Book(
                framework, some, documents, scope, parameters, registers, acceptances, decisions, files, digest);
    }
}
