package io.exhibit.seal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the one who signs a pack says of its files (in-toto Statement, version 1).
 *
 * @param subject every file of the pack but the statement itself and the tag manifest, sorted by name
 */
public record Statement(String _type, Meaning predicate, String predicateType, List<Subject> subject) {

    static final String TYPE = "https://in-toto.io/Statement/v1";
    /** A time stamp lies in the pack. */
    public static final String STAMPED = "rfc3161";

    /** Nobody was asked for the time. */
    public static final String UNSTAMPED = "none";

    /** Bytes of one: a name and a digest for each of a million files would have more, and are neither written nor read. */
    static final long LARGEST = 128L << 20;

    public Statement {
        subject = List.copyOf(subject);
    }

    /** One file, by name and SHA-256. */
    record Subject(Digest digest, String name) {}

    /** A digest by the name of its function. */
    record Digest(String sha256) {}

    /**
     * What the files are.
     *
     * @param pack its name
     * @param issue 1 for the first
     * @param issued when, by the signer's clock
     * @param first day of the period, as {@code 2026-10-01}, {@code last} its last, in {@code zone}
     * @param schedule when collections were due in that zone, as Quartz writes it, such as {@code 0 15 2 * * ?}
     * @param endpoint that was asked: {@code aws}, or what a simulation has for it
     * @param organization id, or "" for an account without one
     * @param tool name and version of what made it
     * @param digests what made it, by name
     * @param log the checkpoint before the pack's own leaf
     * @param runs of the period, in the order of the log: each that was due, also those that were missed or failed
     * @param previous the packs of the series before this one that the log holds, the newest alone; none for a first
     * @param leftOut files of these runs that were sealed and do not travel with the pack; of a masked one all, by names that tell no more than it may
     * @param timestamp {@code rfc3161} when a third party said it, {@code none} when it was not asked, otherwise why it did not
     * @param reason why it was issued again, "" of a first issue
     * @param baseline id of the run before the period that the changes are counted from, which is in the pack too; "" without one
     */
    public record Meaning(
            String pack,
            int issue,
            Instant issued,
            String first,
            String last,
            String zone,
            String schedule,
            String endpoint,
            String organization,
            String tool,
            Map<String, String> digests,
            Head log,
            List<Ran> runs,
            List<Earlier> previous,
            List<LeftOut> leftOut,
            String timestamp,
            String reason,
            String baseline) {

        public Meaning {
            reason = reason == null ? "" : reason;
            baseline = baseline == null ? "" : baseline;
            digests = Map.copyOf(digests);
            runs = List.copyOf(runs);
            previous = List.copyOf(previous);
            leftOut = List.copyOf(leftOut);
        }

        /** Ids of the runs that are in the pack: those of the period, and before them the one that changes are counted from. */
        public List<String> carried() {
            return Stream.concat(
                            Stream.of(baseline).filter(run -> !run.isEmpty()),
                            runs.stream().map(Ran::id))
                    .toList();
        }
    }

    /** A checkpoint without its signature; the root in hexadecimal. */
    public record Head(String origin, long size, String root) {}

    /** A run and how it ended. */
    public record Ran(String id, String outcome) {}

    /** A pack that was issued before. */
    public record Earlier(String pack, String sha256) {}

    /** A sealed file that stays with the entity. */
    public record LeftOut(String file, long bytes, String sha256) {}
}
