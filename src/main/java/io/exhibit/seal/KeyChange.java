package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Rotation.Change;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets another key sign a log from now on: the old key names the new one in a file, the log seals that file, and the new key signs the checkpoint
 * over it, which shows that somebody has its private half.
 */
final class KeyChange {

    private final Store store;
    private final VaultLog log;
    private final String origin;

    KeyChange(Store store, VaultLog log, String origin) {
        this.store = store;
        this.log = log;
        this.origin = origin;
    }

    /** Nothing can be logged afterwards until the vault is opened with the new key. */
    Checkpoint to(Signer next, Signer old, Instant now) throws IOException {
        String id = Envelope.keyId(next.publicKey());
        List<Discrepancy> wrong = new ArrayList<>();
        List<PublicKey> before = log.rotations(store, wrong).keys();
        if (!wrong.isEmpty()) {
            throw new VaultException(VaultException.Reason.DAMAGED, wrong.get(0).says() + " The key was not changed.");
        }
        if (before.contains(next.publicKey()) || next.publicKey().equals(old.publicKey())) {
            throw new VaultException(
                    VaultException.Reason.KEY,
                    "The key " + id + " is or was the key of this log. Change to one that never was.");
        }
        String file = Rotation.file(id);
        byte[] said = Rotation.sign(log.checkpoint(), next.publicKey(), now, old);
        Instant time = now;
        if (store.has(file)) {
            // Of a writer that died before its leaf: a name is taken once.
            byte[] earlier = store.content(file, Layout.SMALL);
            Change change = CanonicalJson.read(Envelope.read(earlier).statement(), Rotation.class)
                    .predicate();
            boolean same =
                    Arrays.equals(earlier, Rotation.sign(log.checkpoint(), next.publicKey(), change.time(), old));
            said = same ? earlier : said;
            time = same ? change.time() : now;
        }
        store.put(file, said);
        Checkpoint changed =
                log.append(store, new Leaf(Leaf.Kind.ROTATION, id, file, Sha256.hex(said), time), origin, next);
        log.end();
        return changed;
    }
}
