package io.exhibit.render;

import io.exhibit.assessment.Approval;
import io.exhibit.assessment.Changes;
import io.exhibit.assessment.Inheritance;
import io.exhibit.assessment.LogKey;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Population;
import io.exhibit.assessment.Rolls;
import io.exhibit.assessment.SincePrevious;
import io.exhibit.control.BookDifference;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Everything that a pack is printed from. Two equal contents give the same bytes.
 *
 * @param assessment the period, judged
 * @param runs every sealed run of the period, newest last
 * @param runDigests SHA-256 in hexadecimal of the run records as they lie in the vault, by run id; those not given are not printed
 * @param sources what is asked, in the order in which it is asked
 * @param issue what this printing is called
 * @param log the checkpoint before the pack's own leaf
 * @param simulated whether the evidence comes from an endpoint that is not AWS's: every page says so
 * @param endpoint "aws", or the address of that other endpoint
 * @param tool name and version of what printed it
 * @param digests what made it, by name ("book", "build", "settings", "templates") to SHA-256 in hexadecimal, or words where there is no file; printed by name
 * @param notes sentences printed beside a test, by assertion id: what stands beside it and was not tested
 * @param attachments files that travel inside the pack
 * @param books that it rests on, in the order of their use; the last one is that by which it was bound
 * @param populations what the tests were made of on the last sealed day, in the order of the tests
 * @param inheritance what the entity inherits from AWS
 * @param rolls who and what is in the populations that people ask for by name
 * @param volumes of the listings that are printed apart, by name of the listing
 * @param since what changed since the pack before it; empty for the first one of the log
 * @param masked what of it is masked
 * @param changes what changed between the sealed nights
 */
public record PackContent(
        PeriodAssessment assessment,
        List<RunRecord> runs,
        Map<String, String> runDigests,
        List<Source> sources,
        Issue issue,
        Log log,
        boolean simulated,
        String endpoint,
        String tool,
        Map<String, String> digests,
        Map<String, List<String>> notes,
        List<Attachment> attachments,
        List<UsedBook> books,
        List<Population> populations,
        Inheritance inheritance,
        Rolls rolls,
        Map<String, List<Listing.Volume>> volumes,
        Optional<SincePrevious> since,
        Masked masked,
        Changes changes) {

    /** Name of the attachment that describes the vault byte by byte. */
    public static final String FORMAT_PAGE = "evidence-format.md";

    public PackContent {
        runs = List.copyOf(runs);
        runDigests = Map.copyOf(runDigests);
        sources = List.copyOf(sources);
        digests = Map.copyOf(digests);
        notes = Map.copyOf(notes);
        attachments = List.copyOf(attachments);
        books = List.copyOf(books);
        populations = List.copyOf(populations);
        volumes = Map.copyOf(volumes);
    }

    /** Of a pack in which nothing is masked and nothing changed. */
    public PackContent(
            PeriodAssessment assessment,
            List<RunRecord> runs,
            Map<String, String> runDigests,
            List<Source> sources,
            Issue issue,
            Log log,
            boolean simulated,
            String endpoint,
            String tool,
            Map<String, String> digests,
            Map<String, List<String>> notes,
            List<Attachment> attachments,
            List<UsedBook> books) {
        this(
                assessment,
                runs,
                runDigests,
                sources,
                issue,
                log,
                simulated,
                endpoint,
                tool,
                digests,
                notes,
                attachments,
                books,
                List.of(),
                Inheritance.UNREAD,
                Rolls.NONE,
                Map.of(),
                Optional.empty(),
                Masked.NOTHING,
                Changes.NONE);
    }

    /** Another printing of the same. */
    public PackContent issued(Issue other) {
        return new PackContent(
                assessment,
                runs,
                runDigests,
                sources,
                other,
                log,
                simulated,
                endpoint,
                tool,
                digests,
                notes,
                attachments,
                books,
                populations,
                inheritance,
                rolls,
                volumes,
                since,
                masked,
                changes);
    }

    /** The same, saying what in it is masked. */
    public PackContent masked(Masked what) {
        return with(attachments, populations, inheritance, rolls, volumes, since, what, changes);
    }

    /** The same with these files in it. */
    public PackContent attached(List<Attachment> files) {
        return with(files, populations, inheritance, rolls, volumes, since, masked, changes);
    }

    /** The same with the populations of its tests. */
    public PackContent listing(List<Population> lists) {
        return with(attachments, lists, inheritance, rolls, volumes, since, masked, changes);
    }

    /** The same with what the entity inherits from AWS. */
    public PackContent inheriting(Inheritance what) {
        return with(attachments, populations, what, rolls, volumes, since, masked, changes);
    }

    /** The same with who and what is in them. */
    public PackContent called(Rolls called) {
        return with(attachments, populations, inheritance, called, volumes, since, masked, changes);
    }

    /** The same with the files in which its long lists are printed. */
    public PackContent printed(Map<String, List<Listing.Volume>> apart) {
        return with(attachments, populations, inheritance, rolls, apart, since, masked, changes);
    }

    /** The same with what changed. */
    public PackContent changed(Changes found) {
        return with(attachments, populations, inheritance, rolls, volumes, since, masked, found);
    }

    /** Whether a population is asked for by name and small enough to be printed item by item. */
    public static boolean printed(Population population) {
        return PopulationPages.printed(population);
    }

    /** The same beside the pack before it. */
    public PackContent since(Optional<SincePrevious> previous) {
        return with(attachments, populations, inheritance, rolls, volumes, previous, masked, changes);
    }

    private PackContent with(
            List<Attachment> files,
            List<Population> lists,
            Inheritance from,
            Rolls called,
            Map<String, List<Listing.Volume>> apart,
            Optional<SincePrevious> previous,
            Masked what,
            Changes found) {
        return new PackContent(
                assessment,
                runs,
                runDigests,
                sources,
                issue,
                log,
                simulated,
                endpoint,
                tool,
                digests,
                notes,
                files,
                books,
                lists,
                from,
                called,
                apart,
                previous,
                what,
                found);
    }

    /** The newest run that holds units. */
    public Optional<RunRecord> newest() {
        return runs.stream().filter(run -> !run.units().isEmpty()).reduce((older, newer) -> newer);
    }

    /**
     * The signed state of the log, for the auditor's own record: name, number of leaves, tree head in hexadecimal.
     *
     * @param stamp what a third party says of its time
     * @param leaves how many there are of each kind ({@code run}, {@code assessment}, ...); empty where the report is not printed
     * @param keys that signed it so far, oldest first; none where they are not known
     */
    public record Log(String origin, long size, String root, Stamp stamp, Map<String, Long> leaves, List<LogKey> keys) {

        public Log {
            leaves = Map.copyOf(leaves);
            keys = List.copyOf(keys);
        }
    }

    /**
     * A time stamp over the checkpoint.
     *
     * @param given whether there is one; it lies in the pack
     * @param why one that was asked for was not given, or ""
     */
    public record Stamp(boolean given, String why) {

        public static final Stamp NOT_ASKED = new Stamp(false, "");
    }

    /**
     * What is masked in a pack.
     *
     * @param profile "full", "auditor" or "public"
     * @param values how many values of each kind
     * @param files sealed files that stay with the entity, of {@code bytes} together
     * @param copies whether the pack holds masked copies of some of them
     */
    public record Masked(String profile, SortedMap<String, Long> values, long files, long bytes, boolean copies) {

        public static final Masked NOTHING = new Masked("full", java.util.Collections.emptySortedMap(), 0, 0, false);
    }

    /**
     * A book in its use.
     *
     * @param digest SHA-256 in hexadecimal, or what a masked pack has for it
     * @param days on which nights were judged by it; none of a book by which the pack alone was bound
     * @param own whether the pack was bound by it
     * @param approvals of it, oldest first
     * @param changes from the one before it; none of a first one
     * @param instead a sentence in the place of changes that cannot be told, or ""
     */
    public record UsedBook(
            String digest,
            SortedSet<LocalDate> days,
            boolean own,
            List<Approval> approvals,
            List<BookDifference.Change> changes,
            String instead) {

        public UsedBook {
            approvals = List.copyOf(approvals);
            changes = List.copyOf(changes);
        }
    }

    /** A file inside the PDF, such as {@code assessment.json}. */
    public record Attachment(String name, String mediaType, String description, byte[] bytes) {}
}
