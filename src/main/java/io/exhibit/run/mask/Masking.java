package io.exhibit.run.mask;

import io.exhibit.assessment.Approval;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Keeping;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Population;
import io.exhibit.assessment.SincePrevious;
import io.exhibit.control.BookDifference;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import io.exhibit.render.AnswerPlaces;
import io.exhibit.render.Listings;
import io.exhibit.render.PackContent;
import io.exhibit.render.PackContent.Attachment;
import io.exhibit.render.forms.Forms;
import io.exhibit.run.items.Populations;
import io.exhibit.seal.Content;
import io.exhibit.seal.MaskList;
import io.exhibit.seal.MaskedCopy;
import io.exhibit.seal.Profile;
import io.exhibit.seal.SealedContent;
import io.exhibit.seal.Statement.LeftOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Masks one pack as its profile says. The same pack and the same secret give the same. */
public final class Masking {

    private static final String BOOK = "book/";
    private static final String ORGANIZATION = "book/organization/";
    private static final String RUNS = "runs/";

    private final Profile profile;
    private final Files files;
    private final Masks masks;
    private final Searching searching;
    private final Masker masker;
    private final MaskedBook book;
    private final MaskedRuns runs;
    private final Map<RunRecord, RunRecord> done = new IdentityHashMap<>();

    /**
     * @param content of the whole pack, whose words are known
     * @param secret of which the salts are made
     */
    public Masking(Profile profile, Catalog catalog, PackContent content, Files files, byte[] secret) {
        this.files = files;
        this.profile = profile;
        this.masks = new Masks(secret);
        this.searching = new Searching(masks);
        boolean whole = profile == Profile.PUBLIC;
        this.masker = whole
                ? new Whole(masks, new KnownWords(catalog, content.assessment().book(), content.runs()))
                : searching;
        byte[] parameters = files.made().getOrDefault("book/parameters.yaml", new byte[0]);
        String mapping = new String(parameters, StandardCharsets.UTF_8).replaceAll("(?m)#.*$", "");
        this.book = new MaskedBook(masker, whole, mapping);
        this.runs = new MaskedRuns(masker, book);
    }

    /**
     * What the pack is made of beside its content.
     *
     * @param days with the items that the populations are
     */
    public record Files(
            SortedMap<String, SealedContent> carried, Map<String, byte[]> made, List<Keeping> keeping, Days days) {}

    /** Lays out the text of the report. */
    @FunctionalInterface
    public interface Text {
        String of(PackContent content) throws IOException;
    }

    /**
     * Masks.
     *
     * @param attached puts the files into it that travel in its report
     * @param text of the report, as it will be printed
     */
    public MaskedPack of(PackContent content, UnaryOperator<PackContent> attached, Text text) throws IOException {
        MaskedResults results = new MaskedResults(masker, book, runs, this::run);
        PackContent unlisted = content(content, results, attached);
        Populations populations = new Populations(files.days(), results::listed, new AnswerPlaces(unlisted));
        PackContent masked = unlisted.listing(lists(content, results, populations))
                .called(results.rolls(content))
                .since(content.since().map(this::since));
        for (Forms.Form form : Forms.of(masked).values()) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            form.to(whole);
            masks.stand(whole.toString(StandardCharsets.UTF_8), true);
        }
        Listings.of(masked)
                .forEach(listing -> listing.rows().forEach(row -> row.forEach(cell -> masks.stand(cell, true))));
        for (Attachment attachment : masked.attachments()) {
            if (!attachment.name().equals(PackContent.FORMAT_PAGE)) {
                masks.stand(new String(attachment.bytes(), StandardCharsets.UTF_8), true);
            }
        }
        List<LeftOut> leftOut = leftOut(files.carried());
        Map<String, byte[]> made = made(files.made());
        Map<String, Content> copies = copies(files.carried());
        List<Keeping> keeping = files.keeping().stream().map(this::keeping).toList();
        masked.digests().values().forEach(digest -> masks.stand(digest, false));
        masked.runs().forEach(run -> masks.stand(run.organization() + run.endpoint(), false));
        masks.stand(text.of(masked), false);
        long bytes = leftOut.stream().mapToLong(LeftOut::bytes).sum();
        PackContent printed = masked.masked(
                new PackContent.Masked(profile.word(), masks.counts(), leftOut.size(), bytes, !copies.isEmpty()));
        return new MaskedPack(profile, printed, leftOut, made, copies, keeping, populations, masks);
    }

    /** What stands in the lists is counted here, line by line, so that it is known before anything is printed. */
    private List<Population> lists(PackContent content, MaskedResults results, Populations populations) {
        return content.populations().stream()
                .map(results::population)
                .map(list -> populations.measured(list, line -> masks.stand(line, true)))
                .toList();
    }

    private PackContent content(PackContent content, MaskedResults masked, UnaryOperator<PackContent> attached) {
        List<RunRecord> all = content.runs().stream().map(this::run).toList();
        PeriodAssessment results = masked.of(content.assessment());
        Map<String, String> digests = new TreeMap<>(content.digests());
        digests.computeIfPresent("book", (name, sha256) -> book.digest(sha256));
        digests.computeIfPresent("settings", (name, sha256) -> book.digest(sha256));
        Map<String, List<String>> notes = new HashMap<>();
        content.notes()
                .forEach((test, lines) ->
                        notes.put(test, lines.stream().map(searching::search).toList()));
        PackContent whole = new PackContent(
                results,
                all,
                content.runDigests(),
                content.sources(),
                content.issue(),
                content.log(),
                content.simulated(),
                runs.endpoint(content.endpoint()),
                content.tool(),
                digests,
                notes,
                List.of(),
                content.books().stream().map(this::used).toList());
        return attached.apply(whole.inheriting(new MaskedInheritance(masker).of(content.inheritance()))
                .changed(new MaskedChanges(masker, runs).of(content.changes())));
    }

    /** Counts, ids and kinds are told; a threshold may name something of the entity's. */
    private SincePrevious since(SincePrevious since) {
        return since.telling(since.thresholds()
                .map(all -> all.stream()
                        .map(change -> new SincePrevious.ThresholdChange(
                                change.name(),
                                change.before().map(book::parameter),
                                change.after().map(book::parameter)))
                        .toList()));
    }

    /** What changed in a book is told in words that name whatever it is about: the public's pack says how much it is. */
    private PackContent.UsedBook used(PackContent.UsedBook used) {
        boolean hidden = profile == Profile.PUBLIC && !used.changes().isEmpty();
        String many = used.changes().size() == 1 ? "1 change" : used.changes().size() + " changes";
        return new PackContent.UsedBook(
                book.digest(used.digest()),
                used.days(),
                used.own(),
                used.approvals().stream().map(this::approval).toList(),
                hidden ? List.of() : used.changes().stream().map(this::change).toList(),
                hidden ? many + " from the book before it, which this pack does not tell." : used.instead());
    }

    private BookDifference.Change change(BookDifference.Change change) {
        return new BookDifference.Change(
                change.kind(), searching.search(change.name()), searching.search(change.says()));
    }

    private Approval approval(Approval given) {
        return new Approval(
                book.digest(given.book()),
                masker.value(Kind.PERSON, given.approver()),
                given.effective(),
                masker.value(Kind.TEXT, given.reason()),
                given.at());
    }

    /** Names of files that were changed tell accounts. */
    private Keeping keeping(Keeping kept) {
        List<String> changed = kept.changed().stream()
                .map(name -> profile == Profile.PUBLIC ? runs.file(name) : name)
                .toList();
        changed.forEach(name -> masks.stand(name, true));
        return new Keeping(kept.run(), kept.finished(), kept.files(), changed, kept.lock());
    }

    /** Days and runs are the same records. */
    private RunRecord run(RunRecord run) {
        return done.computeIfAbsent(run, runs::of);
    }

    /** Every sealed file of the runs, by a name that the pack may tell. */
    private List<LeftOut> leftOut(SortedMap<String, SealedContent> carried) throws IOException {
        List<LeftOut> all = new ArrayList<>();
        for (Map.Entry<String, SealedContent> file : carried.entrySet()) {
            if (file.getKey().startsWith(RUNS)) {
                String name = profile == Profile.PUBLIC ? runs.file(file.getKey()) : file.getKey();
                masks.stand(name, false);
                all.add(new LeftOut(
                        name, bytes(file.getValue()), file.getValue().sha256()));
            }
        }
        all.sort(Comparator.comparing(LeftOut::file));
        return all;
    }

    private static long bytes(SealedContent file) throws IOException {
        if (file.bytes() > 0) {
            return file.bytes();
        }
        try (InputStream in = file.content().open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** What it was judged by: the entity's own part is left out, or is a copy where something in it is masked. */
    private Map<String, byte[]> made(Map<String, byte[]> files) {
        Map<String, byte[]> out = new TreeMap<>();
        files.forEach((name, bytes) -> {
            boolean away = profile == Profile.PUBLIC && name.startsWith(ORGANIZATION);
            String text = new String(bytes, StandardCharsets.UTF_8);
            String copy = name.startsWith(BOOK) && profile == Profile.AUDITOR ? masked(name, text) : text;
            boolean other = !copy.equals(text);
            if (away || other) {
                masks.stand(masks.pseudonym(Kind.FILE, Sha256.hex(bytes) + "  " + name), false);
            }
            if (!away) {
                masks.stand(other ? copy : "", true);
                out.put(name, other ? copy.getBytes(StandardCharsets.UTF_8) : bytes);
            }
        });
        return out;
    }

    private String masked(String name, String text) {
        String copy = searching.search(text);
        return name.endsWith(".yaml") && !copy.equals(text) ? MaskedYaml.quoted(copy) : copy;
    }

    /** Records and items, each text of them searched; they are read once here, so that the list is known before it is printed. */
    private Map<String, Content> copies(SortedMap<String, SealedContent> carried) throws IOException {
        Map<String, Content> copies = new TreeMap<>();
        if (profile == Profile.PUBLIC) {
            return copies;
        }
        UnaryOperator<String> counting = text -> {
            String copy = searching.search(text);
            masks.stand(copy.equals(text) ? "" : copy, true);
            return copy;
        };
        for (Map.Entry<String, SealedContent> file : carried.entrySet()) {
            String name = file.getKey();
            if (name.startsWith(RUNS) && MaskedCopy.isFor(name)) {
                MaskedCopy.of(name, file.getValue(), counting).open().close();
                copies.put(MaskList.COPIES + name, MaskedCopy.of(name, file.getValue(), searching::search));
            }
        }
        return copies;
    }
}
