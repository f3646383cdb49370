package io.exhibit.aws.vault;

import io.exhibit.collect.Pause;
import io.exhibit.seal.Beside;
import io.exhibit.seal.LoggedVault;
import io.exhibit.seal.NoteShelf;
import io.exhibit.seal.SharedUnits;
import io.exhibit.seal.Signer;
import io.exhibit.seal.Store;
import io.exhibit.seal.VaultException;
import io.exhibit.seal.VaultException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A vault in an S3 bucket. No request deletes anything. Where nobody keeps notes of runs that are not over, one that was broken
 * off does not go on: what lies there of it is noted as no part of the evidence, and the next run asks anew.
 */
public final class S3Vault extends LoggedVault {

    private final S3Store bytes;
    private final List<String> setAside;

    private S3Vault(S3Store store) throws IOException {
        super(store);
        this.bytes = store;
        this.setAside = List.of();
    }

    private S3Vault(S3Store store, Signer key, InstantSource clock) throws IOException {
        super(store, key, clock);
        this.bytes = store;
        this.setAside = noted(store, Set.of());
    }

    private S3Vault(S3Store store, Signer key, InstantSource clock, NoteShelf shelf) throws IOException {
        super(store, key, clock, shelf);
        this.bytes = store;
        this.setAside = noted(store, Set.copyOf(shelf.runs()));
    }

    /** @param open runs that other nodes are writing */
    private List<String> noted(S3Store store, Set<String> open) throws IOException {
        Set<String> logged = new HashSet<>(runIds());
        logged.addAll(open);
        List<String> noted = new ArrayList<>();
        for (String run : store.bucket().folders("runs/")) {
            if (!logged.contains(run) && store.setAside(run)) {
                noted.add("runs/" + run);
            }
        }
        return List.copyOf(noted);
    }

    /**
     * Whether the bucket keeps versions.
     *
     * @throws VaultException when it does not protect what is put there as the settings ask
     */
    public static boolean protects(S3Settings settings, Pause pause) throws IOException {
        try (Bucket bucket = Connection.of(settings, pause)) {
            return Connection.protects(settings, bucket);
        }
    }

    /** Whether there is a vault at that place. */
    public static boolean exists(S3Settings settings, Pause pause) throws IOException {
        try (Bucket bucket = Connection.of(settings, pause)) {
            return bucket.head("FORMAT", "").isPresent();
        }
    }

    /**
     * Makes a vault and opens it for writing.
     *
     * @param origin name of its log
     */
    public static S3Vault create(S3Settings settings, String origin, Signer key, InstantSource clock, Pause pause)
            throws IOException {
        try (S3Store store = mirror(settings, clock, pause)) {
            // What died before FORMAT was there has a checkpoint over nothing; it is begun again.
            if (store.has("FORMAT") || store.log().covers() > 0) {
                throw new VaultException(Reason.EXISTS, "There is a vault at " + settings.place() + " already.");
            }
            lay(store, origin, key);
        }
        return open(settings, key, clock, pause);
    }

    /**
     * Opens a vault for writing.
     *
     * @param key that signed its checkpoints so far
     * @param clock tells when a leaf is logged and from when on an object is retained
     */
    public static S3Vault open(S3Settings settings, Signer key, InstantSource clock, Pause pause) throws IOException {
        return open(mirror(settings, clock, pause), store -> new S3Vault(store, key, clock));
    }

    /**
     * The same of a vault whose units several nodes write.
     *
     * @param shelf the notes by which they tell each other
     * @param turn at writing, which is given back when the vault is closed, and when it cannot be opened
     */
    public static S3Vault open(
            S3Settings settings, Signer key, InstantSource clock, Pause pause, NoteShelf shelf, Closeable turn)
            throws IOException {
        boolean open = false;
        try {
            S3Store store = mirror(settings, clock, pause);
            store.afterwards(turn);
            S3Vault vault = open(store, each -> new S3Vault(each, key, clock, shelf));
            open = true;
            return vault;
        } finally {
            if (!open) {
                turn.close();
            }
        }
    }

    /**
     * Opens a vault for writing units of runs that are open, beside other nodes that do.
     *
     * @throws VaultException also when its bucket keeps no versions: who was passed over could put his bytes over another's
     */
    public static SharedUnits units(S3Settings settings, Signer key, InstantSource clock, Pause pause, NoteShelf shelf)
            throws IOException {
        S3Store store = Connection.toWrite(settings, clock, pause);
        if (!store.isVersioned()) {
            store.close();
            throw new VaultException(
                    Reason.UNPROTECTED,
                    "The bucket " + settings.place().bucket()
                            + " keeps no versions, and several nodes write it. Switch versioning on.");
        }
        return new SharedUnits(store, shelf, key);
    }

    private interface Opening {
        S3Vault over(S3Store store) throws IOException;
    }

    private static S3Vault open(S3Store store, Opening opening) throws IOException {
        boolean open = false;
        try {
            S3Vault vault = opening.over(store);
            open = true;
            return vault;
        } finally {
            if (!open) {
                store.close();
            }
        }
    }

    /** Opens a vault for reading, also while another process writes it: it is seen as its checkpoint is now. */
    public static S3Vault read(S3Settings settings, Pause pause) throws IOException {
        return open(Connection.toRead(settings, pause), S3Vault::new);
    }

    /** The bytes of a vault as they are, also of a damaged one, for whoever checks it. To be closed. */
    public static Store look(S3Settings settings, Pause pause) {
        return Connection.toRead(settings, pause);
    }

    /**
     * A place that is written byte by byte: the mirror of a vault, or one that is made; locked.
     *
     * @param clock from when on an object is retained
     */
    public static S3Store mirror(S3Settings settings, InstantSource clock, Pause pause) throws IOException {
        S3Store store = Connection.toWrite(settings, clock, pause);
        boolean open = false;
        try {
            store.locked(WriterLock.take(settings.place(), store.bucket(), settings.holder(), clock));
            open = true;
            return store;
        } finally {
            if (!open) {
                store.close();
            }
        }
    }

    @Override
    public Beside beside() {
        return bytes.beside();
    }

    /** What was noted as no part of the evidence when the vault was opened; names relative to the vault. */
    public List<String> setAside() {
        return setAside;
    }
}
