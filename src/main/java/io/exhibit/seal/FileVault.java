package io.exhibit.seal;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Item;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A vault in a folder of the local file system; the page on the evidence format says what lies where. */
public final class FileVault implements Vault {

    private final Layout layout;
    private final Format format;
    private final VaultLog log;
    private final Holding holding;
    private final RunFiles runs;
    private final DayFiles days;
    private final Writing writing;

    /** What only the one writer has. */
    private record Writing(
            Disk disk, Signer key, InstantSource clock, VaultLock lock, Unfinished unfinished, List<String> setAside) {}

    private FileVault(Layout layout, Format format, VaultLog log, Writing writing) {
        this.layout = layout;
        this.format = format;
        this.log = log;
        this.holding = new FolderHolding(layout);
        Fixity fixity = new Fixity(holding);
        this.runs = new RunFiles(holding, fixity);
        this.days = new DayFiles(holding, fixity);
        this.writing = writing;
    }

    /**
     * Makes a vault and opens it for writing.
     *
     * @param folder that does not exist yet, or is empty
     * @param origin name of its log, such as {@code example.org/evidence}; it stands in every checkpoint
     */
    public static FileVault create(Path folder, String origin, Signer key, InstantSource clock) throws IOException {
        return create(new Disk(), folder, origin, key, clock);
    }

    static FileVault create(Disk disk, Path folder, String origin, Signer key, InstantSource clock) throws IOException {
        NewVault.lay(disk, folder, origin, key);
        return open(disk, folder, key, clock);
    }

    /**
     * Opens a vault for writing. What a writer that died left behind is moved to {@code aside}; see {@link #setAside}.
     *
     * @param key that signed its checkpoints so far
     * @param clock tells when a leaf is logged
     */
    public static FileVault open(Path folder, Signer key, InstantSource clock) throws IOException {
        return open(new Disk(), folder, key, clock);
    }

    static FileVault open(Disk disk, Path folder, Signer key, InstantSource clock) throws IOException {
        Layout layout = new Layout(folder);
        Format format = Format.read(layout);
        VaultLock lock = VaultLock.take(disk, layout);
        boolean open = false;
        try {
            VaultLog log = VaultLog.read(layout, format);
            if (!SignedNote.signedBy(key.publicKey(), log.checkpoint())) {
                throw new VaultException(
                        VaultException.Reason.DAMAGED,
                        "The checkpoint of the vault " + folder + " was not signed by the key that was given.");
            }
            List<String> setAside = new ArrayList<>();
            if (log.takeBack(disk)) {
                setAside.add(layout.name(layout.leaves()));
            }
            Unfinished unfinished = new Unfinished(disk, layout, key);
            setAside.addAll(new Aside(disk, layout, unfinished).clear(log.leaves()));
            FileVault vault = new FileVault(
                    layout, format, log, new Writing(disk, key, clock, lock, unfinished, List.copyOf(setAside)));
            open = true;
            return vault;
        } finally {
            if (!open) {
                lock.close();
            }
        }
    }

    /** Opens a vault for reading, also while another process writes it: what is sealed by now is seen. */
    public static FileVault read(Path folder) throws IOException {
        Layout layout = new Layout(folder);
        Format format = Format.read(layout);
        return new FileVault(layout, format, VaultLog.read(layout, format), null);
    }

    /** What was moved aside when the vault was opened, because it had never been acknowledged; names relative to the vault. */
    public List<String> setAside() {
        return writing == null ? List.of() : writing.setAside();
    }

    @Override
    public RunWriter begin(String run) throws IOException {
        return openRuns().begin(run);
    }

    @Override
    public List<Kept> unfinished() throws IOException {
        return openRuns().unfinished(runIds());
    }

    @Override
    public RunWriter resume(List<Kept> kept) throws IOException {
        return openRuns().resume(kept);
    }

    @Override
    public void giveUp(String run) throws IOException {
        openRuns().giveUp(run);
    }

    private OpenRuns openRuns() throws VaultException {
        Writing w = writing();
        return new OpenRuns(w.disk(), layout, w.unfinished(), this::sealRecord);
    }

    @Override
    public void seal(RunRecord record) throws IOException {
        if (!record.units().isEmpty()) {
            throw new IllegalArgumentException("a run with units is sealed by its writer");
        }
        try (RunWriter run = begin(record.id())) {
            run.seal(record);
        }
    }

    private void sealRecord(RunRecord record) throws IOException {
        Path file = layout.runRecord(record.id());
        byte[] content = CanonicalJson.line(record);
        writing().disk().write(file, content);
        append(Leaf.Kind.RUN, record.id(), layout.name(file), Sha256.hex(content));
    }

    @Override
    public List<String> runIds() {
        return ids(Leaf.Kind.RUN).toList();
    }

    @Override
    public List<String> unassessed() {
        Set<String> assessed = ids(Leaf.Kind.ASSESSMENT).collect(Collectors.toSet());
        return ids(Leaf.Kind.RUN).filter(id -> !assessed.contains(id)).toList();
    }

    @Override
    public RunRecord run(String id) throws IOException {
        return runs.record(sealed(id));
    }

    @Override
    public Optional<String> digest(String run) {
        return last(Leaf.Kind.RUN, run).map(Leaf::sha256);
    }

    @Override
    public void exchanges(RunRecord run, Target target, String source, Consumer<Exchange> each) throws IOException {
        runs.exchanges(run, target, source, each);
    }

    @Override
    public Assessment assess(String run, Judge judge) throws IOException {
        Leaf sealed = sealed(run);
        int number = 1
                + (int) log.leaves().stream()
                        .filter(leaf ->
                                leaf.kind() == Leaf.Kind.ASSESSMENT && leaf.id().equals(run))
                        .count();
        SealedDay day = DayFiles.write(writing().disk(), layout.run(run), sealed, number, judge);
        Path file = layout.run(run).resolve(DayFiles.record(number));
        byte[] content = CanonicalJson.line(day);
        writing().disk().write(file, content);
        append(Leaf.Kind.ASSESSMENT, run, layout.name(file), Sha256.hex(content));
        return day.assessment();
    }

    @Override
    public Optional<Assessment> assessment(String run) {
        return last(Leaf.Kind.ASSESSMENT, run).map(leaf -> day(leaf).assessment());
    }

    @Override
    public void items(String run, String assertion, Consumer<Item> each) {
        Leaf leaf = last(Leaf.Kind.ASSESSMENT, run)
                .orElseThrow(() -> new IllegalStateException("the run " + run + " was never assessed"));
        try {
            days.items(run, day(leaf).items(), assertion, each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Checkpoint checkpoint() {
        Checkpoint newest = log.checkpoint();
        return newest.size() == 0 ? null : newest;
    }

    @Override
    public Checkpoint sealPack(String pack, String sha256) throws IOException {
        return append(Leaf.Kind.PACK, pack, "", sha256);
    }

    @Override
    public Map<String, String> packs() {
        Map<String, String> packs = new LinkedHashMap<>();
        log.leaves().stream()
                .filter(leaf -> leaf.kind() == Leaf.Kind.PACK)
                .forEach(leaf -> packs.put(leaf.id(), leaf.sha256()));
        return packs;
    }

    @Override
    public SortedMap<String, SealedContent> files(Collection<String> some) throws IOException {
        return new Carried(holding, format, log.leaves()).of(Set.copyOf(some));
    }

    @Override
    public Vault asOf(long size) throws IOException {
        return new FileVault(layout, format, log.asOf(size), null);
    }

    @Override
    public void close() throws IOException {
        if (writing != null) {
            writing.lock().close();
        }
    }

    private SealedDay day(Leaf leaf) {
        try {
            return days.read(leaf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Leaf sealed(String run) throws VaultException {
        return last(Leaf.Kind.RUN, run)
                .orElseThrow(() ->
                        new VaultException(VaultException.Reason.MISSING, "The run " + run + " is not in the vault."));
    }

    private Stream<String> ids(Leaf.Kind kind) {
        return log.leaves().stream().filter(leaf -> leaf.kind() == kind).map(Leaf::id);
    }

    private Optional<Leaf> last(Leaf.Kind kind, String id) {
        return log.leaves().stream()
                .filter(leaf -> leaf.kind() == kind && leaf.id().equals(id))
                .reduce((earlier, later) -> later);
    }

    private Checkpoint append(Leaf.Kind kind, String id, String file, String sha256) throws IOException {
        Writing w = writing();
        return log.append(w.disk(), new Leaf(kind, id, file, sha256, w.clock().instant()), format.origin(), w.key());
    }

    private Writing writing() throws VaultException {
        if (writing == null) {
            throw new VaultException(
                    VaultException.Reason.READ_ONLY, "The vault " + layout.root() + " was opened for reading.");
        }
        return writing;
    }
}
