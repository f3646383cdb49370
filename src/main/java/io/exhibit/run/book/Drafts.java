package io.exhibit.run.book;

import io.exhibit.seal.DurableFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The desk drawer: drafts, publications and their history, in a folder. Every change is whole or not there, also when the program dies, and
 * one at a time, also among several programs.
 */
public final class Drafts {

    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,40}");
    static final String DRAFT = ".draft.json";

    private final BookFolders book;
    private final Path folder;
    private final HandedIn documents;
    private final Publications publications;
    private final ReentrantLock one;

    /** Of each folder in this program: the system's own lock knows programs, and not threads. */
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    public Drafts(BookFolders book, Path folder) {
        this.book = book;
        this.folder = folder;
        this.documents = new HandedIn(folder.resolve("documents"), book.documents());
        this.publications = new Publications(book, folder, documents);
        this.one = LOCKS.computeIfAbsent(folder.toAbsolutePath().normalize(), place -> new ReentrantLock());
    }

    private interface Work<T> {
        T done() throws IOException, Overtaken;
    }

    /** A publication that was broken off is ended before anything else is looked at. */
    private <T> T alone(Work<T> work) throws IOException, Overtaken {
        one.lock();
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    folder.resolve("drafts.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // The system lets go of it when the channel is closed, or the process dies.
                channel.lock();
                publications.finish();
                return work.done();
            }
        } finally {
            one.unlock();
        }
    }

    /** Before somebody else reads the files: a publication that goes on, or was broken off, is over afterward. */
    public void settle() throws IOException {
        if (publications.isBegun()) {
            looking(() -> null);
        }
    }

    /** Files of the book as they are on the disk. */
    public SortedMap<String, String> files() throws IOException {
        return looking(book::read);
    }

    private <T> T looking(Looking<T> look) throws IOException {
        try {
            return alone(look::done);
        } catch (Overtaken e) {
            throw new IllegalStateException("looking overtakes nobody", e);
        }
    }

    private interface Looking<T> {
        T done() throws IOException;
    }

    /** Every draft, the newest first. */
    public List<Draft> all() throws IOException {
        return looking(() -> {
            List<Draft> drafts = new ArrayList<>();
            for (Path file : list(DRAFT)) {
                drafts.add(BookJson.draft(file));
            }
            drafts.sort(Comparator.comparing(Draft::begun).reversed());
            return drafts;
        });
    }

    /** One draft; empty when it was published or given up. */
    public Optional<Draft> of(String id) throws IOException {
        return looking(() -> read(id));
    }

    /** Documents that were handed in. */
    public HandedIn documents() {
        return documents;
    }

    /**
     * Takes a document in, to be filed by the publication that names it; one that the book on the disk names already is filed at once.
     *
     * @param ending of its name
     * @return its digest
     * @throws IOException with a sentence, when too many wait
     */
    public String handIn(byte[] bytes, String ending, Instant now) throws IOException {
        return looking(() -> {
            List<String> texts = new ArrayList<>();
            for (Path file : list(DRAFT)) {
                BookJson.draft(file).edits().values().forEach(edit -> texts.add(edit.after()));
            }
            String digest = documents.take(bytes, ending, texts, now);
            documents.file(book.read().values());
            return digest;
        });
    }

    private Optional<Draft> read(String id) throws IOException {
        Path file = folder.resolve(id + DRAFT);
        return ID.matcher(id).matches() && Files.isRegularFile(file)
                ? Optional.of(BookJson.draft(file))
                : Optional.empty();
    }

    /**
     * Puts a text into a draft, which begins with it when there is none.
     *
     * @param seen version of the draft that the author had before him; 0 when he had none
     * @param base text of the file that he began with, when it is not in the draft yet
     * @throws Overtaken when the draft, or a file that is not in it yet, is otherwise by now
     */
    public Draft edit(String id, long seen, String author, Instant at, String file, String base, String text)
            throws IOException, Overtaken {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(id + " is no name of a draft");
        }
        return alone(() -> {
            Draft draft = seen(id, seen).orElseGet(() -> Draft.from(id, author, at));
            Edit known = draft.edits().get(file);
            String before = known == null ? base : known.before();
            if (known == null) {
                requireSame(Map.of(file, base));
            }
            return keep(draft.edited(file, new Edit(before, text)));
        });
    }

    /** Somebody says something about a draft. */
    public Draft remark(String id, Signed remark) throws IOException, Overtaken {
        return alone(() -> keep(there(id).remarked(remark)));
    }

    /** The author asks that it be approved. */
    public Draft ask(String id, long seen, Signed what) throws IOException, Overtaken {
        return alone(() -> keep(seen(id, seen).orElseThrow(Drafts::gone).asking(what)));
    }

    /** Somebody approves it, as he saw it. */
    public Draft approve(String id, long seen, Signed by) throws IOException, Overtaken {
        return alone(() -> keep(seen(id, seen).orElseThrow(Drafts::gone).approved(by)));
    }

    /** It is given up. */
    public void discard(String id, long seen) throws IOException, Overtaken {
        alone(() -> {
            seen(id, seen).orElseThrow(Drafts::gone);
            Files.delete(folder.resolve(id + DRAFT));
            return null;
        });
    }

    /**
     * What was changed on the disk since is taken into a draft, where that is elsewhere in the file.
     *
     * @return files in which both changed the same lines: they are as they were in the draft
     */
    public List<String> merge(String id, long seen) throws IOException, Overtaken {
        return alone(() -> {
            Draft draft = seen(id, seen).orElseThrow(Drafts::gone);
            List<String> both = new ArrayList<>();
            for (Map.Entry<String, Edit> each : draft.edits().entrySet()) {
                String now = book.text(each.getKey());
                Edit edit = each.getValue();
                if (!now.equals(edit.before())) {
                    Optional<String> merged = Merge.of(edit.before(), edit.after(), now);
                    if (merged.isPresent()) {
                        draft = draft.edited(each.getKey(), new Edit(now, merged.get()));
                    } else {
                        both.add(each.getKey());
                    }
                }
            }
            keep(draft);
            return both;
        });
    }

    /** The texts on the disk of those files of a draft that are otherwise than it began with. */
    public SortedMap<String, String> overtaken(Draft draft) throws IOException {
        return looking(() -> book.otherwise(draft.beginnings()));
    }

    /**
     * Makes a draft the book: all of its files, or none.
     *
     * @param first is done before anything is written; when it throws, nothing was
     * @throws Overtaken when a file was changed on the disk since the draft began with it
     */
    public Published publish(String id, long seen, String why, Instant at, Before first) throws IOException, Overtaken {
        return alone(() -> {
            Draft draft = seen(id, seen).orElseThrow(Drafts::gone);
            requireSame(draft.beginnings());
            List<Published> past = publications.all();
            Published next = new Published(
                    past.isEmpty() ? 1 : past.get(0).number() + 1,
                    id,
                    draft.author(),
                    draft.approved().map(Signed::by).orElse(""),
                    why,
                    at,
                    draft.changes(),
                    List.of());
            first.of(draft);
            return publications.done(next);
        });
    }

    /** What a publication waits for. */
    public interface Before {
        void of(Draft draft) throws IOException;
    }

    /** Every publication, the newest first. */
    public List<Published> history() throws IOException {
        return looking(publications::all);
    }

    private void requireSame(Map<String, String> before) throws IOException, Overtaken {
        SortedMap<String, String> now = book.otherwise(before);
        if (!now.isEmpty()) {
            throw new Overtaken(
                    "Changed on the disk since: " + String.join(", ", now.keySet())
                            + ". Nothing was written. Take the changes into the draft, look at it, and go on.",
                    now);
        }
    }

    private Optional<Draft> seen(String id, long seen) throws IOException, Overtaken {
        Optional<Draft> draft = read(id);
        long version = draft.map(Draft::version).orElse(0L);
        if (version != seen) {
            throw new Overtaken(
                    draft.isEmpty()
                            ? "The draft was published or given up meanwhile. Nothing was written."
                            : "The draft was changed meanwhile, in another window or by somebody else. Nothing was written: look at it"
                                    + " as it is now, and go on.",
                    new TreeMap<>());
        }
        return draft;
    }

    private Draft there(String id) throws IOException, Overtaken {
        return read(id).orElseThrow(Drafts::gone);
    }

    private static Overtaken gone() {
        return new Overtaken("There is no such draft any more: it was published or given up.", new TreeMap<>());
    }

    private Draft keep(Draft draft) throws IOException {
        Draft next = draft.next();
        new DurableFolder(folder).writeSecret(next.id() + DRAFT, BookJson.of(next));
        return next;
    }

    private List<Path> list(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
