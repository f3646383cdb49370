package io.exhibit.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the entity inherits from AWS, as AWS Artifact listed it on one day: the reports that its book relies on, and the agreements.
 *
 * @param read when the run began that read it; empty when no run of the period has evidence
 * @param unread why the reports are not known, or ""
 * @param reports that a parameter of the book names by id or series, by series and id
 * @param others listed reports that no parameter names
 * @param agreementsUnread accounts in scope of which the agreements are not known
 * @param agreements of the accounts in scope, by account and id
 * @param joined the day on which each account became one of the organization, by its id, as far as that was read
 */
public record Inheritance(
        Optional<Instant> read,
        String unread,
        List<Report> reports,
        long others,
        List<String> agreementsUnread,
        List<Agreement> agreements,
        Map<String, LocalDate> joined) {

    /** Of a period without evidence. */
    public static final Inheritance UNREAD = new Inheritance(
            Optional.empty(), "no run of the period has evidence", List.of(), 0, List.of(), List.of(), Map.of());

    public Inheritance {
        reports = List.copyOf(reports);
        agreementsUnread = List.copyOf(agreementsUnread);
        agreements = List.copyOf(agreements);
        joined = Map.copyOf(joined);
    }

    /**
     * A report of AWS Artifact.
     *
     * @param parameters of the book that name it
     * @param from first day of the time that it covers, {@code to} the last; {@code null} when AWS gives none
     * @param state as AWS says it: PUBLISHED
     * @param sha256 of the document, or "" when it was not fetched: that takes consent to its terms
     * @param terms SHA-256 of the terms under which it was fetched, or ""
     * @param bytes of the document; 0 when it was not fetched
     * @param account in which AWS Artifact listed it
     * @param requestId AWS's id of the answer that lists it
     */
    public record Report(
            List<String> parameters,
            String id,
            String series,
            String name,
            long version,
            LocalDate from,
            LocalDate to,
            String state,
            String sha256,
            String terms,
            long bytes,
            String account,
            String requestId) {

        public Report {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * An agreement with AWS.
     *
     * @param account in which it is listed
     * @param organization id of the organization that it covers, or "" when it covers the account alone
     * @param from when it took effect, {@code until} when it ends; {@code null} when AWS gives none
     * @param state as AWS says it: ACTIVE
     */
    public record Agreement(
            String account,
            String id,
            String name,
            String organization,
            LocalDate from,
            LocalDate until,
            String state,
            String requestId) {}
}
