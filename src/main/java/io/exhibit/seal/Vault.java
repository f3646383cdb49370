package io.exhibit.seal;

import io.exhibit.assessment.Approval;
import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Channel;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.ItemSink;
import io.exhibit.assessment.LogKey;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Release;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Keeps what was collected and what was made of it: append-only, complete or not there. One writer at a time.
 *
 * <p>A run becomes visible by {@link #seal}: unit files first, run record second, log leaf third, checkpoint last. What
 * lies there of a run that was never sealed is read by nobody but the run itself, when it goes on.
 */
public interface Vault extends Days, Closeable {

    /** Begins a run's folder. */
    RunWriter begin(String run) throws IOException;

    /** Units of the newest run that was broken off and can go on, ordered by target; none when there is no such run. */
    List<Kept> unfinished() throws IOException;

    /** Goes on with a run that was broken off: these units of it, as {@link #unfinished} tells them, count as committed. */
    RunWriter resume(List<Kept> kept) throws IOException;

    /** Gives a run up that was broken off: it is set aside and never read. */
    void giveUp(String run) throws IOException;

    /** Seals a run without units (missed, or failed before anything was collected). */
    void seal(RunRecord record) throws IOException;

    /** Ids of the sealed runs, in the order of the log; no record is read for it. */
    List<String> runIds();

    /** Ids of the sealed runs that no assessment in the log is of, in the order of the log. */
    List<String> unassessed();

    /** One sealed run. */
    RunRecord run(String id) throws IOException;

    /** One sealed run as it is asked about later ({@link RunRecord#outline}): cheap to hold, also for a year of them. */
    RunRecord outline(String id) throws IOException;

    /** SHA-256 of a run's record as the log has it, hexadecimal, or empty when the run is not in the log. */
    Optional<String> digest(String run) throws IOException;

    /** SHA-256 of a run's newest assessment as the log has it, hexadecimal; empty when the log has none. */
    Optional<String> judged(String run);

    /**
     * Streams the exchanges of one source of one unit, in the order in which they were made; each payload is checked
     * against its digest.
     */
    void exchanges(RunRecord run, Target target, String source, Consumer<Exchange> each) throws IOException;

    /** Judges a run under the vault's care: the items are sorted and sealed together with what {@code judge} returns. */
    Assessment assess(String run, Judge judge) throws IOException;

    /**
     * Judges a run once more, and tells where that differs from what is sealed of it; the newest assessment counts.
     *
     * @param scratch a folder in which items may lie while they are sorted
     */
    List<Discrepancy> judgedOtherwise(String run, Judge judge, Path scratch) throws IOException;

    /**
     * Keeps the book that runs are judged by from now on; nothing is sealed while that is the newest one.
     *
     * @param digest of the book
     * @param files of the book, by name
     */
    void keepBook(String digest, Map<String, byte[]> files) throws IOException;

    /** The books that these runs were judged by, in their order: the newest before the first run, and those that followed. */
    List<SealedBook> books(Collection<String> runs) throws IOException;

    /** Seals that somebody approved a book; its time is that of the vault's clock. */
    Approval approve(String book, String approver, LocalDate effective, String reason) throws IOException;

    /** Every approval of a book, in the order of the log. */
    List<Approval> approvals() throws IOException;

    /**
     * Names a channel, or where it leads from now on; nothing is sealed while the log has it so.
     *
     * @return what the log has of it
     */
    Channel nameChannel(String name, String to) throws IOException;

    /** Every channel in the order of the log; one that came to lead elsewhere stands there again. */
    List<Channel> channels() throws IOException;

    /** SHA-256 in hexadecimal of the packs that were sealed after a channel was first named, by name; none where it never was. */
    Map<String, String> packsSince(String channel) throws IOException;

    /** Seals that a pack of the log was handed over. */
    void sealReceipt(Receipt receipt) throws IOException;

    /** Every receipt, in the order of the log. */
    List<Receipt> receipts() throws IOException;

    /**
     * Seals that somebody approved the draft of a pack; its time is that of the vault's clock.
     *
     * @param draft SHA-256 of the draft's PDF
     * @param drawn the state of the log that it was drawn up from
     */
    Release release(String pack, String draft, Statement.Head drawn, String approver, String reason) throws IOException;

    /** Every approval of a pack, in the order of the log. */
    List<Release> releases() throws IOException;

    /**
     * Seals what was seen and done in the console, unless the log has the very same lines.
     *
     * @param lines objects of JSON, each ended by LF
     */
    void sealVisits(byte[] lines) throws IOException;

    /** When the last leaf was logged; empty before the first. */
    Optional<Instant> newest();

    /** The newest signed checkpoint, or {@code null} before the first leaf. */
    Checkpoint checkpoint() throws IOException;

    /**
     * The keys that signed the log up to a checkpoint of it, oldest first; none when no key that is known here signed that.
     *
     * @param checkpoint its signed text
     * @throws IllegalArgumentException when it is no checkpoint
     */
    List<LogKey> signers(String checkpoint) throws IOException;

    /** Seals a pack's digest as a leaf of its own and returns the checkpoint after it. */
    Checkpoint sealPack(String pack, String sha256) throws IOException;

    /** What proves, to whoever has the log's key, that the log has that sealed pack (C2SP tlog-proof); it goes beside the zip. */
    Optional<String> proof(String pack) throws IOException;

    /** SHA-256 in hexadecimal of every sealed pack by its name, in the order of the log. */
    Map<String, String> packs();

    /** When the log got that pack; empty when it has none of that name. */
    Optional<Instant> packed(String pack);

    /**
     * What a pack carries of the vault, by name: its FORMAT, the leaves of the log, and all that was sealed of these runs, as it lies there. Whoever
     * reads it compares digests.
     */
    SortedMap<String, SealedContent> files(Collection<String> runs) throws IOException;

    /** What keeps the objects of a sealed run from being deleted. */
    Retained retained(String run) throws IOException;

    /**
     * Locks the objects of a sealed run at least until then.
     *
     * @throws VaultException when the vault lies where nothing is locked
     */
    void retain(String run, Instant until) throws IOException;

    /** How many leaves of each kind its log has, by the words of the kinds: {@code run}, {@code assessment}, {@code book} and so on. */
    SortedMap<String, Long> leaves();

    /** Where what is no part of the evidence lies, for whoever else has this vault. */
    default Beside beside() {
        return Beside.NONE;
    }

    /** The vault as it was when its log held that many leaves, for reading alone; its checkpoint stays the newest. */
    Vault asOf(long size) throws IOException;

    /** Hands every item to the sink and returns the day. */
    @FunctionalInterface
    interface Judge {
        Assessment judge(ItemSink items) throws IOException;
    }
}
