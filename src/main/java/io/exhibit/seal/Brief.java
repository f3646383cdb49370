package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Statement.Digest;
import io.exhibit.seal.Statement.Subject;
import java.io.IOException;
import java.util.List;

/**
 * What a key signs that takes short messages only (in-toto Statement, version 1): the digest of the statement about a pack, which is a file of
 * the bag then.
 *
 * @param subject {@link Bag#WHOLE} alone
 */
record Brief(String _type, String predicateType, List<Subject> subject) {

    static final String TYPE = "urn:exhibit:statement-digest:1";

    Brief {
        subject = List.copyOf(subject);
    }

    static Brief of(byte[] statement) {
        return of(Sha256.hex(statement));
    }

    private static Brief of(String sha256) {
        return new Brief(Statement.TYPE, TYPE, List.of(new Subject(new Digest(sha256), Bag.WHOLE)));
    }

    /** Whether an envelope holds one. */
    static boolean isIn(Envelope envelope) {
        try {
            return CanonicalJson.read(envelope.statement(), Brief.class)
                    .predicateType()
                    .equals(TYPE);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The statement about a pack: what was signed, or the file whose digest was signed. There is that file in the second case, and only then.
     *
     * @throws IOException when it is not so
     */
    static byte[] statement(Envelope envelope, PackHolding pack) throws IOException {
        String whole = pack.digests().get(Bag.WHOLE);
        if (whole == null) {
            return envelope.statement();
        }
        if (!CanonicalJson.read(envelope.statement(), Brief.class).equals(of(whole))) {
            throw new IOException("the digest of another " + Bag.WHOLE + " than the one that is here");
        }
        return pack.file(Bag.WHOLE, Statement.LARGEST);
    }
}
