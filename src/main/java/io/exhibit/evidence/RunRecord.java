package io.exhibit.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one run asked, of whom, and how each part of it ended. Sealed beside the units; the log's leaf is over its bytes.
 *
 * @param id such as {@code 2026-10-05T021500Z}; also the name of its folder
 * @param due the instant that the schedule intended; equals {@code started} for a run by hand
 * @param started by the local clock
 * @param finished by the local clock
 * @param outcome how it ended
 * @param reason for FAILED and MISSED, for a run that was broken off and went on, and for one whose clock was wrong or not compared; otherwise ""
 * @param endpoint "aws", or the address of another endpoint: then everything printed from it says SIMULATED
 * @param identity ARN of the caller, or "" when it could not be read
 * @param organization id of the organization, or "" without one
 * @param accounts every account that was seen or asked for, active or not
 * @param digests what made it, by name: "book", "build", "settings" to SHA-256 in hexadecimal, or words where there is no file
 * @param units what was collected, ordered by target; empty for a missed run
 */
public record RunRecord(
        String id,
        Instant due,
        Instant started,
        Instant finished,
        Outcome outcome,
        String reason,
        String endpoint,
        String identity,
        String organization,
        List<Account> accounts,
        Map<String, String> digests,
        List<Unit> units) {

    public RunRecord {
        accounts = List.copyOf(accounts);
        digests = Map.copyOf(digests);
        units = List.copyOf(units);
    }

    /** The same with some of its units. */
    public RunRecord with(List<Unit> some) {
        return new RunRecord(
                id, due, started, finished, outcome, reason, endpoint, identity, organization, accounts, digests, some);
    }

    /**
     * What is asked of a day in the past: who was asked for what, and what had no answer. How much the answers held and where they lie is left
     * out, so that the records of a year can be held at once.
     */
    public RunRecord outline() {
        return with(units.stream().map(Unit::outline).toList());
    }

    /** How a run ended. */
    public enum Outcome {
        /** Every call of every account in scope was answered. */
        COMPLETE,
        /** Sealed, with at least one gap in an account in scope. */
        GAPS,
        /** It began and could not be carried out. */
        FAILED,
        /** It was due and did not begin. */
        MISSED
    }

    /**
     * An account of the organization, or the caller's own.
     *
     * @param state ACTIVE, SUSPENDED, PENDING_CLOSURE, CLOSED, as AWS says it; "UNKNOWN" without an organization,
     *     "NOT_LISTED" when the settings ask for an account that the organization does not list
     * @param path organizational units from the root, "/" for the root itself
     */
    public record Account(String id, String name, String state, String path, boolean management) {

        /** Whether it has to be asked: it is active, or nobody knows. */
        public boolean due() {
            return state.equals("ACTIVE") || state.equals("UNKNOWN");
        }
    }

    /**
     * One unit file.
     *
     * @param file relative to the run's folder, or "" when nothing was exchanged
     * @param sha256 of the file as it lies there, hexadecimal, or ""
     */
    public record Unit(Target target, String file, long bytes, String sha256, List<Part> parts) {

        public Unit {
            parts = parts instanceof PlacedParts ? parts : List.copyOf(parts);
        }

        private Unit outline() {
            return new Unit(
                    target,
                    "",
                    0,
                    "",
                    parts.stream()
                            .map(part -> new Part(part.source(), 0, 0, 0, Lists.NONE, List.of(), part.gaps(), 0, 0))
                            .toList());
        }
    }

    /**
     * One source within a unit.
     *
     * @param calls how many calls were made
     * @param requests how many requests these took, attempts and pages included
     * @param items how many items the answers hold; one that stands on two pages of a list is one
     * @param lists how its lists ended
     * @param facts calls that were answered by an error that is a fact, with its code
     * @param gaps calls that were not answered
     * @param offset where its frames begin in the unit file
     * @param length their length in bytes; 0 when nothing was exchanged
     */
    public record Part(
            String source,
            long calls,
            long requests,
            long items,
            Lists lists,
            List<Fact> facts,
            List<Gap> gaps,
            long offset,
            long length) {

        public Part {
            facts = List.copyOf(facts);
            gaps = List.copyOf(gaps);
        }

        /** The same at another place of its file. */
        public Part at(long from, long bytes) {
            return new Part(source, calls, requests, items, lists, facts, gaps, from, bytes);
        }
    }

    /**
     * Calls that AWS answers page by page. Whether one came to its end is told by the bytes of its last page, not by who asked.
     *
     * @param begun how many were asked for
     * @param ended how many of them ended with a page that says that nothing follows
     * @param pages how many pages were believed
     * @param repeated how many items stood on a page and on an earlier one, because the list moved while it was read; each
     *     of them is one item
     */
    public record Lists(long begun, long ended, long pages, long repeated) {

        public static final Lists NONE = new Lists(0, 0, 0, 0);
    }

    /**
     * A call that was answered by an error that is a fact.
     *
     * @param vanished whether it says that the item, which had been listed, is gone
     */
    public record Fact(Call call, String code, boolean vanished) {}
}
