package io.exhibit.seal;

import io.exhibit.assessment.Approval;
import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Channel;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Release;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a log and the files that it names say of themselves: reading, which takes neither a key nor a clock. */
abstract class SealedLog implements Vault {

    final Store store;
    final Format format;
    final VaultLog log;
    final Leaves leaves;
    final RunFiles runs;
    private final DayFiles days;

    SealedLog(Store store, Format format, VaultLog log) {
        this.store = store;
        this.format = format;
        this.log = log;
        this.leaves = new Leaves(log);
        Fixity fixity = new Fixity(store);
        this.runs = new RunFiles(store, fixity);
        this.days = new DayFiles(store, fixity);
    }

    /** The same files by another state of the log: what was read of them by one is known to the other. */
    SealedLog(SealedLog of, VaultLog log) {
        this.store = of.store;
        this.format = of.format;
        this.log = log;
        this.leaves = new Leaves(log);
        this.runs = of.runs;
        this.days = of.days;
    }

    /** The log as it was read when the vault was opened. */
    VaultLog log() {
        return log;
    }

    @Override
    public List<String> runIds() {
        return leaves.runs();
    }

    @Override
    public List<String> unassessed() {
        return leaves.unassessed();
    }

    @Override
    public RunRecord run(String id) throws IOException {
        return runs.record(leaves.run(id));
    }

    @Override
    public RunRecord outline(String id) throws IOException {
        return runs.outline(leaves.run(id));
    }

    @Override
    public Optional<String> digest(String run) {
        return leaves.last(Leaf.Kind.RUN, run).map(Leaf::sha256);
    }

    @Override
    public Optional<String> judged(String run) {
        return leaves.last(Leaf.Kind.ASSESSMENT, run).map(Leaf::sha256);
    }

    @Override
    public void exchanges(RunRecord run, Target target, String source, Consumer<Exchange> each) throws IOException {
        runs.exchanges(run, target, source, each);
    }

    @Override
    public List<Discrepancy> judgedOtherwise(String run, Judge judge, Path scratch) throws IOException {
        return days.compare(new Disk(), scratch, leaves.assessment(run), judge);
    }

    @Override
    public Optional<Assessment> assessment(String run) {
        return leaves.last(Leaf.Kind.ASSESSMENT, run).map(leaf -> day(leaf).assessment());
    }

    @Override
    public void items(String run, String assertion, Consumer<Item> each) {
        Leaf leaf = leaves.assessment(run);
        try {
            days.items(run, day(leaf).items(), assertion, each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<SealedBook> books(Collection<String> some) throws IOException {
        List<SealedBook> found = new ArrayList<>();
        for (Leaf leaf : books().since(Set.copyOf(some))) {
            found.add(books().read(leaf));
        }
        return found;
    }

    @Override
    public List<Approval> approvals() throws IOException {
        return books().approvals();
    }

    @Override
    public List<Channel> channels() throws IOException {
        return deliveries().channels();
    }

    @Override
    public Map<String, String> packsSince(String channel) throws IOException {
        return deliveries().packsSince(channel);
    }

    @Override
    public List<Receipt> receipts() throws IOException {
        return deliveries().receipts();
    }

    @Override
    public List<Release> releases() throws IOException {
        return deliveries().releases();
    }

    private DeliveryLog deliveries() {
        return new DeliveryLog(store, log.leaves());
    }

    BookLog books() {
        return new BookLog(store, log.leaves());
    }

    @Override
    public Checkpoint checkpoint() {
        Checkpoint newest = log.checkpoint();
        return newest.size() == 0 ? null : newest;
    }

    /** Whether a key signed the newest checkpoint, also one over nothing. */
    public boolean isSignedBy(Signer key) {
        return SignedNote.signedBy(key.publicKey(), log.checkpoint());
    }

    @Override
    public SortedMap<String, Long> leaves() {
        return log.leaves().stream()
                .collect(Collectors.groupingBy(
                        leaf -> leaf.kind().name().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()));
    }

    @Override
    public Optional<Instant> newest() {
        return log.leaves().stream().map(Leaf::time).reduce((earlier, later) -> later);
    }

    @Override
    public Optional<String> proof(String pack) throws IOException {
        return log.proof(Leaf.Kind.PACK, pack).map(LeafProof::text);
    }

    @Override
    public Map<String, String> packs() {
        return leaves.packs();
    }

    @Override
    public Optional<Instant> packed(String pack) {
        return leaves.last(Leaf.Kind.PACK, pack).map(Leaf::time);
    }

    @Override
    public SortedMap<String, SealedContent> files(Collection<String> some) throws IOException {
        return new Carried(store, format, log.leaves(), runs, days).of(Set.copyOf(some));
    }

    @Override
    public Retained retained(String run) throws IOException {
        leaves.run(run);
        return store.retained(run);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    private SealedDay day(Leaf leaf) {
        try {
            return days.read(leaf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
