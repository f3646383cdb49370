package io.exhibit.seal;

import io.exhibit.assessment.Approval;
import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Channel;
import io.exhibit.assessment.LogKey;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Release;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A vault over a store of bytes: what its one writer adds to the log. How it is opened and locked is each kind of vault's own. */
public abstract class LoggedVault extends SealedLog {

    private final Writing writing;

    /** What only the one writer has; notes of runs that are not over, without which one that was broken off does not go on. */
    private record Writing(Disk disk, Signer key, InstantSource clock, Notes notes) {}

    private LoggedVault(Store store, Format format, VaultLog log, Writing writing) {
        super(store, format, log);
        this.writing = writing;
    }

    private LoggedVault(LoggedVault of, VaultLog log) {
        super(of, log);
        this.writing = null;
    }

    private LoggedVault(Store store, Format format, Writing writing) throws IOException {
        this(store, format, VaultLog.read(store, store.place(), format), writing);
    }

    /** Reads the log of a vault that is open for reading. */
    protected LoggedVault(Store store) throws IOException {
        this(store, Format.read(store, store.place()), null);
    }

    /**
     * Reads the log of a vault that is open for writing.
     *
     * @param key that signed its checkpoints so far
     * @param clock tells when a leaf is logged
     */
    protected LoggedVault(Store store, Signer key, InstantSource clock) throws IOException {
        this(new Disk(), store, key, clock, Notes.NONE);
    }

    /** The same of a vault whose units several nodes write, with the notes by which they tell each other. */
    protected LoggedVault(Store store, Signer key, InstantSource clock, NoteShelf shelf) throws IOException {
        this(new Disk(), store, key, clock, new SharedNotes(shelf, store, key));
    }

    LoggedVault(Disk disk, Store store, Signer key, InstantSource clock, Notes notes) throws IOException {
        this(store, Format.read(store, store.place()), new Writing(disk, key, clock, notes));
        if (!isSignedBy(key)) {
            throw new VaultException(
                    VaultException.Reason.DAMAGED,
                    "The checkpoint of the vault " + store.place() + " was not signed by the key that was given"
                            + leaves.last(Leaf.Kind.ROTATION)
                                    .map(leaf -> "; its log changed to the key " + leaf.id() + " at " + leaf.time()
                                            + ". Name that one in the settings (key).")
                                    .orElse("."));
        }
    }

    /** What lies in a store, for reading; the store stays the caller's to close. */
    public static LoggedVault over(Store store) throws IOException {
        Format format = Format.read(store, store.place());
        return new Lent(store, format, VaultLog.read(store, store.place(), format));
    }

    /** Lays the first files of a vault that holds nothing yet. */
    protected static void lay(Store store, String origin, Signer key) throws IOException {
        NewVault.lay(store, origin, key);
    }

    @Override
    public RunWriter begin(String run) throws IOException {
        OpenRuns open = openRuns();
        if (leaves.last(Leaf.Kind.RUN, run).isPresent()) {
            throw new VaultException(VaultException.Reason.EXISTS, "The run " + run + " is in the vault already.");
        }
        return open.begin(run);
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
        return new OpenRuns(store, writing().notes(), this::sealRecord);
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
        sealFile(Leaf.Kind.RUN, record.id(), Layout.record(record.id()), CanonicalJson.line(record));
    }

    @Override
    public Assessment assess(String run, Judge judge) throws IOException {
        Leaf sealed = leaves.run(run);
        int number = 1 + leaves.assessments(run);
        SealedDay day = DayFiles.write(writing().disk(), store, sealed, number, judge);
        String name = Layout.folder(run) + "/" + DayFiles.record(number);
        sealFile(Leaf.Kind.ASSESSMENT, run, name, CanonicalJson.line(day));
        return day.assessment();
    }

    @Override
    public void keepBook(String digest, Map<String, byte[]> files) throws IOException {
        bookWriter().keep(digest, files);
    }

    @Override
    public Approval approve(String book, String approver, LocalDate effective, String reason) throws IOException {
        return bookWriter().approve(book, approver, effective, reason);
    }

    @Override
    public Channel nameChannel(String name, String to) throws IOException {
        return deliveryWriter().channel(name, to);
    }

    @Override
    public void sealReceipt(Receipt receipt) throws IOException {
        deliveryWriter().receipt(receipt);
    }

    @Override
    public Release release(String pack, String draft, Statement.Head drawn, String approver, String reason)
            throws IOException {
        return deliveryWriter().release(pack, draft, drawn, approver, reason);
    }

    @Override
    public void sealVisits(byte[] lines) throws IOException {
        Writing w = writing();
        new SealedVisits(store, log, w.key(), w.clock().instant()).seal(lines);
    }

    private DeliveryWriter deliveryWriter() throws VaultException {
        Writing w = writing();
        return new DeliveryWriter(store, log, w.key(), w.clock().instant());
    }

    private BookWriter bookWriter() throws VaultException {
        Writing w = writing();
        return new BookWriter(store, log, w.key(), w.clock().instant());
    }

    @Override
    public List<LogKey> signers(String checkpoint) throws IOException {
        Optional<PublicKey> given =
                Optional.ofNullable(writing).map(w -> w.key().publicKey());
        return new Signers(store, log, given).of(SignedNote.parse(checkpoint));
    }

    @Override
    public Checkpoint sealPack(String pack, String sha256) throws IOException {
        return append(Leaf.Kind.PACK, pack, "", sha256);
    }

    @Override
    public void retain(String run, Instant until) throws IOException {
        leaves.run(run);
        store.retain(run, until);
    }

    @Override
    public Vault asOf(long size) throws IOException {
        return new Lent(this, log.asOf(size));
    }

    /**
     * Lets another key sign the log from now on. The vault takes no more then, and is to be opened with the new key.
     *
     * @throws VaultException when that key is or was the key of this log
     */
    public Checkpoint rotate(Signer next) throws IOException {
        Writing w = writing();
        return new KeyChange(store, log, format.origin())
                .to(next, w.key(), w.clock().instant());
    }

    private Checkpoint append(Leaf.Kind kind, String id, String file, String sha256) throws IOException {
        Writing w = writing();
        return log.append(store, new Leaf(kind, id, file, sha256, w.clock().instant()), format.origin(), w.key());
    }

    private void sealFile(Leaf.Kind kind, String id, String name, byte[] content) throws IOException {
        writing();
        if (content.length > Layout.RECORD) {
            throw new VaultException(
                    VaultException.Reason.REFUSED,
                    name + " would have " + content.length + " bytes; a record has at most " + Layout.RECORD
                            + ". Leave accounts or regions out (aws.exclude, aws.regions of the settings).");
        }
        store.put(name, content);
        append(kind, id, name, Sha256.hex(content));
    }

    private Writing writing() throws VaultException {
        if (writing == null) {
            throw new VaultException(
                    VaultException.Reason.READ_ONLY, "The vault " + store.place() + " was opened for reading.");
        }
        return writing;
    }

    /** Over a store that is somebody else's to close: of today, or as it was. */
    private static final class Lent extends LoggedVault {

        Lent(Store store, Format format, VaultLog log) {
            super(store, format, log, null);
        }

        Lent(LoggedVault of, VaultLog log) {
            super(of, log);
        }

        @Override
        public void close() {
            // Whoever opened the store closes it.
        }
    }
}
