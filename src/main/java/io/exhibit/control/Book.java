package io.exhibit.control;

import java.util.List;
import java.util.Map;

/**
 * A framework with everything it is judged by: the mapping and the organization's own entries.
 *
 * @param digests SHA-256 in hexadecimal of each file that it was read from, by path relative to the mappings folder, sorted
 * @param digest SHA-256 over these
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
        Map<String, String> digests,
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
                framework, some, documents, scope, parameters, registers, acceptances, decisions, digests, digest);
    }
}
