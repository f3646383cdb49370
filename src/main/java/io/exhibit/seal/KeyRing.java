package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Trust.Entry;
import io.exhibit.seal.Trust.Role;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Says of a signature whether somebody made it who may, at a time at which he may. */
final class KeyRing {

    private final Trust trust;

    KeyRing(Trust trust) {
        this.trust = trust;
    }

    /**
     * What came out.
     *
     * @param by whoever signed; empty when nobody did who may
     * @param wrong why it does not count; empty when it does
     */
    record Verdict(Optional<Entry> by, Optional<Discrepancy> wrong) {}

    /** @param at when it was signed, as the log says, or {@code null} when nothing tells that */
    Verdict checkpoint(Checkpoint checkpoint, Instant at) {
        if (!trust.origin().isEmpty() && !trust.origin().equals(checkpoint.origin())) {
            return wrong(
                    Code.ORIGIN_DIFFERS,
                    "checkpoint",
                    "It is of the log " + checkpoint.origin() + "; the trust file is about " + trust.origin() + ".");
        }
        return look(
                Role.LOG,
                key -> SignedNote.signedBy(key, checkpoint),
                key -> SignedNote.names(key, checkpoint),
                at,
                "checkpoint");
    }

    Verdict statement(Envelope envelope, Instant at) {
        return look(Role.STATEMENT, envelope::signedBy, envelope::names, at, Bag.STATEMENT);
    }

    Verdict review(Envelope envelope, Instant at, String file) {
        return look(Role.REVIEWER, envelope::signedBy, envelope::names, at, file);
    }

    private Verdict look(Role role, Predicate<PublicKey> signed, Predicate<PublicKey> named, Instant at, String file) {
        List<Entry> signers =
                trust.keys().stream().filter(entry -> signed.test(entry.key())).toList();
        if (signers.isEmpty()) {
            return nobody(named, file);
        }
        // A checkpoint may have several signatures: one that counts is enough.
        Entry by = signers.stream()
                .filter(entry -> entry.roles().contains(role) && (at == null || entry.covers(at)))
                .findFirst()
                .orElse(signers.get(0));
        if (!by.roles().contains(role)) {
            return wrong(Code.KEY_UNKNOWN, file, by.name() + " signed it, who is not trusted for that.");
        }
        if (at != null && !by.covers(at)) {
            return wrong(
                    Code.KEY_OUT_OF_TIME,
                    file,
                    by.name() + " signed it at " + at + "; that key counts from " + by.from()
                            + by.until().map(end -> " until " + end).orElse("") + ".");
        }
        return new Verdict(Optional.of(by), Optional.empty());
    }

    /** Which key a signature names proves nothing; it tells only what to say. */
    private Verdict nobody(Predicate<PublicKey> named, String file) {
        Optional<Entry> claimed =
                trust.keys().stream().filter(entry -> named.test(entry.key())).findFirst();
        if (!trust.dated()) {
            return wrong(Code.SIGNATURE_INVALID, file, "The key that was given did not sign it.");
        }
        return claimed.isPresent()
                ? wrong(
                        Code.SIGNATURE_INVALID,
                        file,
                        "It names the key of " + claimed.get().name() + ", which did not sign these bytes.")
                : wrong(Code.KEY_UNKNOWN, file, "No key of the trust file signed it.");
    }

    private static Verdict wrong(Code code, String file, String says) {
        return new Verdict(Optional.empty(), Optional.of(new Discrepancy(code, file, says)));
    }
}
