package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Trust.Entry;
import io.exhibit.seal.Trust.Role;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says of a signature whether somebody made it who may, at a time at which he may. */
final class KeyRing {

    private final Trust trust;
    private final Rotations rotations;

    /** @param rotations of the log that the signatures are about */
    KeyRing(Trust trust, Rotations rotations) {
        this.trust = trust;
        this.rotations = rotations;
    }

    /**
     * What came out.
     *
     * @param by whoever signed, in words; "" when nobody did who may
     * @param wrong why it does not count; empty when it does
     */
    record Verdict(String by, Optional<Discrepancy> wrong) {}

    /** A signed thing: which keys signed it, which it names, at what times these must count (none when nothing tells), and where it lies. */
    private record Signed(Predicate<PublicKey> signed, Predicate<PublicKey> named, List<Instant> at, String file) {}

    /** @param at when it was signed, as the log says; empty when nothing tells that */
    Verdict checkpoint(Checkpoint checkpoint, Optional<Instant> at) {
        if (!trust.origin().isEmpty() && !trust.origin().equals(checkpoint.origin())) {
            return wrong(
                    Code.ORIGIN_DIFFERS,
                    "checkpoint",
                    "It is of the log " + checkpoint.origin() + "; the trust file is about " + trust.origin() + ".");
        }
        return look(Role.LOG, signed(checkpoint, at.stream().toList()), rotations.inForce(checkpoint.size()));
    }

    /**
     * Whoever signs a statement writes its time himself; but he cannot have signed it before the log was as it says.
     *
     * @param issued when it was signed, as it says
     * @param newest time of the last leaf of the log to which it belongs; empty for a log without leaves
     * @param size how many leaves that log has
     */
    Verdict statement(Envelope envelope, Instant issued, Optional<Instant> newest, long size) {
        List<Instant> at = Stream.concat(Stream.of(issued), newest.stream()).toList();
        return look(Role.STATEMENT, signed(envelope, at, Bag.STATEMENT), rotations.inForce(size));
    }

    /**
     * The approval of a book is the log's own word.
     *
     * @param at when its leaf was logged
     * @param size how many leaves stand before that
     */
    Verdict approval(Envelope envelope, Instant at, long size, String file) {
        return look(Role.LOG, signed(envelope, List.of(at), file), rotations.inForce(size));
    }

    Verdict review(Envelope envelope, Instant at, String file) {
        return look(Role.REVIEWER, signed(envelope, List.of(at), file), Optional.empty());
    }

    /**
     * Whether a checkpoint claims to be of somebody about whom something is known. Who signs a trusted log whose changes of the key
     * are known and is none of its keys may be the next one.
     */
    boolean knows(Checkpoint checkpoint) {
        SignedNote.Signatures signatures = SignedNote.signatures(checkpoint);
        return rotations.keys().stream().anyMatch(signatures::name)
                || trust.keys().stream()
                        .map(Entry::key)
                        .anyMatch(
                                key -> signatures.name(key) && (rotations.keys().isEmpty() || !signatures.by(key)));
    }

    private static Signed signed(Checkpoint checkpoint, List<Instant> at) {
        SignedNote.Signatures signatures = SignedNote.signatures(checkpoint);
        return new Signed(signatures::by, signatures::name, at, "checkpoint");
    }

    private static Signed signed(Envelope envelope, List<Instant> at, String file) {
        return new Signed(envelope::signedBy, envelope::names, at, file);
    }

    /** @param inForce which of the log's keys has to have signed it, if it is one of these */
    private Verdict look(Role role, Signed what, Optional<PublicKey> inForce) {
        if (inForce.isPresent() && what.signed().test(inForce.get())) {
            return vouched(role, what, rotations.place(inForce.get()));
        }
        List<Entry> signers = trust.keys().stream()
                .filter(entry -> what.signed().test(entry.key()))
                .toList();
        if (rotations.keys().stream().anyMatch(what.signed())) {
            return wrong(
                    Code.KEY_OUT_OF_TIME,
                    what.file(),
                    "A key of this log signed it that was not in force then: " + changes() + ".");
        }
        if (signers.isEmpty() || role == Role.LOG && inForce.isPresent()) {
            return nobody(what);
        }
        // A checkpoint may have several signatures: one that counts is enough.
        Entry by = signers.stream()
                .filter(entry -> entry.roles().contains(role) && inTime(entry, what.at()))
                .findFirst()
                .orElse(signers.get(0));
        return entry(
                role,
                by,
                what,
                what.at(),
                role == Role.REVIEWER ? by.name() : by.name() + ", " + Envelope.keyId(by.key()));
    }

    /** A key of the log counts when it is trusted, or the nearest before it that is was in its time when it named the next. */
    private Verdict vouched(Role role, Signed what, int place) {
        List<PublicKey> keys = rotations.keys();
        for (int at = place; at >= 0; at--) {
            Optional<Entry> known = known(role, keys.get(at));
            if (known.isPresent()) {
                String by = known.get().name() + ", " + Envelope.keyId(keys.get(at));
                return entry(
                        role,
                        known.get(),
                        what,
                        at == place ? what.at() : List.of(rotations.end(at)),
                        at == place ? by : Envelope.keyId(keys.get(place)) + ", to which the log changed from " + by);
            }
        }
        // Only of an older checkpoint: the log under the newer key, which is checked by itself, names the one before.
        boolean later = keys.subList(place, keys.size()).stream()
                .anyMatch(key -> known(role, key).isPresent());
        return later ? new Verdict(Envelope.keyId(keys.get(place)), Optional.empty()) : nobody(what);
    }

    private Optional<Entry> known(Role role, PublicKey key) {
        return trust.keys().stream()
                .filter(entry -> entry.key().equals(key) && entry.roles().contains(role))
                .findFirst();
    }

    private static Verdict entry(Role role, Entry by, Signed what, List<Instant> at, String says) {
        if (!by.roles().contains(role)) {
            return wrong(Code.KEY_UNKNOWN, what.file(), by.name() + " signed it, who is not trusted for that.");
        }
        Optional<Instant> outside = at.stream().filter(time -> !by.covers(time)).findFirst();
        if (outside.isPresent()) {
            return wrong(
                    Code.KEY_OUT_OF_TIME,
                    what.file(),
                    by.name() + " signed it at " + outside.get() + "; that key counts from " + by.from()
                            + by.until().map(end -> " until " + end).orElse("") + ".");
        }
        return new Verdict(says, Optional.empty());
    }

    private static boolean inTime(Entry entry, List<Instant> at) {
        return at.stream().allMatch(entry::covers);
    }

    private String changes() {
        return "the log changed to "
                + Envelope.keyId(rotations.keys().get(rotations.keys().size() - 1)) + " at "
                + rotations.newest().orElseThrow();
    }

    /** Which key a signature names proves nothing; it tells only what to say. */
    private Verdict nobody(Signed what) {
        if (!trust.dated()) {
            return wrong(Code.SIGNATURE_INVALID, what.file(), "The key that was given did not sign it.");
        }
        return trust.keys().stream()
                .filter(entry -> what.named().test(entry.key()))
                .findFirst()
                .map(claimed -> wrong(
                        Code.SIGNATURE_INVALID,
                        what.file(),
                        "It names the key of " + claimed.name() + ", which did not sign these bytes."))
                .orElseGet(() -> wrong(Code.KEY_UNKNOWN, what.file(), "No key of the trust file signed it."));
    }

    private static Verdict wrong(Code code, String file, String says) {
        return new Verdict("", Optional.of(new Discrepancy(code, file, says)));
    }
}
