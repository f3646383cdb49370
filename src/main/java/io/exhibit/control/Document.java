package io.exhibit.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document or attestation that a paragraph needs beside all tests.
 *
 * @param id such as {@code MAN-21}
 * @param says what the document must show
 * @param maxAgeDays how old the approval may be at the end of the period, 0 when it does not age
 * @param covers what it must answer for beside its age
 * @param serves for each citation why it is needed
 * @param testedBy id of the test that says whether it is about what is there now, or ""
 * @param againstNone ids of tests that read what a statement that there is none says is not there
 * @param filed what the organization has filed, if anything
 */
public record Document(
        String id,
        String says,
        String required,
        int maxAgeDays,
        Covers covers,
        Map<String, String> serves,
        String testedBy,
        List<String> againstNone,
        Optional<Filed> filed) {

    /** One that no test speaks about. */
    public Document(
            String id,
            String says,
            String required,
            int maxAgeDays,
            Covers covers,
            Map<String, String> serves,
            Optional<Filed> filed) {
        this(id, says, required, maxAgeDays, covers, serves, "", List.of(), filed);
    }

    /** The same with other units. */
    public Document serving(Map<String, String> units) {
        return new Document(id, says, required, maxAgeDays, covers, units, testedBy, againstNone, filed);
    }

    /** What a document can be asked to answer for. */
    public enum Covers {
        NOTHING,
        /** It is about the period, and was approved within it or after it. */
        PERIOD,
        /** The decisions on addressable units, each of which is on record. */
        DECISIONS
    }

    /** What the organization has on file. A digest is SHA-256 in hexadecimal, or "" when it was not given. */
    public record Filed(
            String title, String version, String approver, LocalDate approved, String digest, Position position) {}
}
