package io.exhibit.run;

import io.exhibit.assessment.Changes;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.LogKey;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.control.Book;
import io.exhibit.evaluate.changes.Approvals;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RunRecord;
import io.exhibit.render.Issue;
import io.exhibit.render.PackContent;
import io.exhibit.render.forms.Oscal;
import io.exhibit.run.items.Populations;
import io.exhibit.run.mask.MaskedPack;
import io.exhibit.run.mask.Masking;
import io.exhibit.seal.Profile;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Gathers what a pack is printed from. */
public final class Contents {

    private final Catalog catalog;
    private final String tool;
    private final Map<String, String> digests;
    private final Function<PeriodAssessment, List<PackContent.Attachment>> attachments;
    private final Function<Map<String, byte[]>, Optional<Book>> reader;

    /**
     * @param tool name and version of what prints
     * @param digests what made it, by name
     * @param attachments files that travel in the pack
     * @param reader reads the files of a book; empty when they are refused
     */
    public Contents(
            Catalog catalog,
            String tool,
            Map<String, String> digests,
            Function<PeriodAssessment, List<PackContent.Attachment>> attachments,
            Function<Map<String, byte[]>, Optional<Book>> reader) {
        this.catalog = catalog;
        this.tool = tool;
        this.digests = digests;
        this.attachments = attachments;
        this.reader = reader;
    }

    /**
     * Contents of a pack.
     *
     * @param log the runs of the period and of the time before it that it is seen against
     * @param sealed what was in the log when the pack was issued
     * @param keys that signed the log up to its checkpoint
     */
    PackContent of(
            PeriodAssessment assessment,
            List<RunRecord> log,
            Vault sealed,
            Issued issue,
            boolean draft,
            List<LogKey> keys)
            throws IOException {
        List<RunRecord> runs = runs(assessment.period(), log);
        // Of the time before, too: also a month without a run must not look like AWS's.
        String endpoint = log.stream()
                .map(RunRecord::endpoint)
                .filter(e -> !e.equals("aws"))
                .findFirst()
                .orElse("aws");
        Changes changes = new ChangesRun(sealed, catalog, PackFiles.changed(issue))
                .of(
                        assessment.period(),
                        assessment.days(),
                        RunIds.baseline(assessment.period(), sealed),
                        new Approvals(
                                assessment.book().registers(),
                                assessment.period().last()));
        // A further run, such as one by hand, counts for no day.
        List<RunRecord> ofDays =
                assessment.days().stream().flatMap(day -> day.run().stream()).toList();
        UsedBooks books = new UsedBooks(sealed, assessment.book(), runs, assessment.period(), reader);
        PackContent content = new PackContent(
                assessment,
                runs,
                digests(runs, sealed),
                catalog.sources(),
                new Issue(
                        issue.pack(),
                        issue.number(),
                        issue.at(),
                        draft,
                        Edition.before(issue.pack(), sealed.packs())
                                .map(name ->
                                        name + ", SHA-256 " + sealed.packs().get(name)),
                        issue.reason()),
                new PackContent.Log(
                        issue.origin(), issue.size(), issue.root(), stamp(issue.timestamp()), sealed.leaves(), keys),
                !endpoint.equals("aws"),
                endpoint,
                tool,
                digests,
                notes(
                        new Beside(sealed, catalog, assessment.book().scope()).notes(ofDays),
                        // A draft judges again what another book judged.
                        draft ? Map.of() : books.notes()),
                List.of(),
                books.all());
        return attached(content.inheriting(new Inherited(sealed, catalog, assessment.book()).of(ofDays))
                .changed(changes));
    }

    /** The same with the files that travel in its report. */
    private PackContent attached(PackContent content) {
        List<PackContent.Attachment> files = new ArrayList<>(attachments.apply(content.assessment()));
        files.add(new PackContent.Attachment(
                ChangesJson.NAME,
                "application/json",
                "Every change of the period, for programs",
                ChangesJson.of(content.assessment().period(), content.changes()).getBytes(StandardCharsets.UTF_8)));
        files.add(Oscal.attachment(content));
        return content.attached(files);
    }

    /**
     * The same with the populations of its tests.
     *
     * @param nouns what the items of a reading are called, in the plural
     */
    PackContent listing(PackContent content, Vault sealed, Days judged, UnaryOperator<String> nouns) {
        PackContent listed =
                content.listing(Populations.whole(judged, content).of(content.assessment(), catalog, nouns));
        return listed.called(new RollCall(sealed, judged, catalog).of(listed));
    }

    private static Map<String, List<String>> notes(Map<String, List<String>> some, Map<String, List<String>> others) {
        Map<String, List<String>> notes = new HashMap<>(some);
        others.forEach((test, sentences) -> notes.merge(
                test, sentences, (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        return notes;
    }

    /** The runs that were due in a period. */
    static List<RunRecord> runs(Period period, List<RunRecord> log) {
        return log.stream()
                .filter(run -> !run.due().isBefore(period.start()) && run.due().isBefore(period.end()))
                .toList();
    }

    /** Masks a pack's content and what goes into it. */
    MaskedPack masked(Profile profile, byte[] secret, PackContent content, Masking.Files files, Masking.Text text)
            throws IOException {
        return new Masking(profile, catalog, content, files, secret).of(content, this::attached, text);
    }

    /** The statement says in one word, or with a reason, what stands there. */
    private static PackContent.Stamp stamp(String timestamp) {
        boolean none = timestamp.equals(Statement.UNSTAMPED);
        boolean given = timestamp.equals(Statement.STAMPED);
        return none || given
                ? new PackContent.Stamp(given, "")
                : new PackContent.Stamp(false, timestamp.replaceFirst("^failed: ", ""));
    }

    /** Looks for the pack before one, in the vault as it was when the log had that size. */
    PreviousPack previous(Vault sealed, long size, DueTimes due, AssessRun assess) {
        return new PreviousPack(sealed, size, due, assess, reader);
    }

    private Map<String, String> digests(List<RunRecord> runs, Vault sealed) throws IOException {
        Map<String, String> byRun = new HashMap<>();
        for (RunRecord run : runs) {
            sealed.digest(run.id()).ifPresent(digest -> byRun.put(run.id(), digest));
        }
        return byRun;
    }
}
