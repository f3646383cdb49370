package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Time stamps (RFC 3161, SHA-256) over the text of a checkpoint: what a third party says of when it was there. */
public final class TimeStamps {

    /** Bytes of an answer, or of a token; some thousand are used. */
    public static final int LONGEST = 1 << 16;

    private TimeStamps() {}

    /**
     * What is asked of a time stamping service, in DER.
     *
     * @param nonce drawn for this request alone
     */
    public static byte[] request(byte[] note, BigInteger nonce) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            return generator
                    .generate(
                            NISTObjectIdentifiers.id_sha256, Sha256.streaming().digest(note), nonce)
                    .getEncoded();
        } catch (RuntimeException e) {
            throw new IOException("a request that cannot be made", e);
        }
    }

    /**
     * The token of an answer, if that is one to the request: granted, of this digest and this nonce.
     *
     * @throws IOException that says in words what is wrong with it
     */
    public static byte[] token(byte[] request, byte[] answer) throws IOException {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(new TimeStampRequest(request));
            if (response.getTimeStampToken() == null) {
                throw new IOException("the service refused: "
                        + Optional.ofNullable(response.getStatusString()).orElse("no reason was given"));
            }
            return response.getTimeStampToken().getEncoded();
        } catch (TSPException | RuntimeException e) {
            throw new IOException("the answer is no time stamp of what was asked: " + e.getMessage(), e);
        }
    }

    /** How far the clock of the log may be ahead of the service's. */
    private static final Duration LAG = Duration.ofMinutes(5);

    /**
     * Holds a token against what whoever checks the pack will hold it against, but for whom he trusts: then it is signed by the
     * certificate that it carries.
     *
     * @param newest time of the last leaf under the checkpoint; empty of a checkpoint over nothing
     * @throws IOException that says in words what is wrong with it
     */
    public static void check(byte[] token, byte[] note, Optional<Instant> newest) throws IOException {
        Stamp stamp = read(token, note, newest);
        if (stamp.token().getCertificates().getMatches(null).stream().noneMatch(carried -> isOf(stamp, carried))) {
            throw new IOException("it is not signed by a time stamping certificate that it carries");
        }
    }

    /** What a token says. */
    record Stamp(TimeStampToken token, Instant time) {}

    /** @throws IOException that says in words why it is no token over a checkpoint with that last leaf */
    static Stamp read(byte[] token, byte[] note, Optional<Instant> newest) throws IOException {
        Stamp stamp = read(token, note);
        if (newest.isPresent() && newest.get().isAfter(stamp.time().plus(LAG))) {
            throw new IOException("it says " + stamp.time() + ", and the last leaf under the checkpoint was logged at "
                    + newest.get());
        }
        return stamp;
    }

    private static Stamp read(byte[] token, byte[] note) throws IOException {
        try {
            CMSSignedData signed = new CMSSignedData(token);
            if (!signed.toASN1Structure().getContentType().equals(CMSObjectIdentifiers.signedData)) {
                throw new IOException("it is called something else than signed data");
            }
            TimeStampToken read = new TimeStampToken(signed);
            if (!Arrays.equals(read.getEncoded(), token)) {
                throw new IOException("it has bytes that no token has");
            }
            boolean same = read.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    && Arrays.equals(
                            read.getTimeStampInfo().getMessageImprintDigest(),
                            Sha256.streaming().digest(note));
            if (!same) {
                throw new IOException("it is about something else than this checkpoint");
            }
            return new Stamp(read, read.getTimeStampInfo().getGenTime().toInstant());
        } catch (CMSException | TSPException | RuntimeException e) {
            throw new IOException("it is no time stamp: " + e.getMessage(), e);
        }
    }

    /** Whose certificate among these signed it, for time stamping and while it was valid. */
    static Optional<Trust.Authority> signer(Stamp stamp, List<Trust.Authority> authorities) {
        return authorities.stream()
                .filter(authority -> isOf(stamp, authority.certificate()))
                .findFirst();
    }

    private static boolean isOf(Stamp stamp, X509Certificate certificate) {
        try {
            return isOf(stamp, new X509CertificateHolder(certificate.getEncoded()));
        } catch (CertificateEncodingException | IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isOf(Stamp stamp, X509CertificateHolder certificate) {
        try {
            if (!stamp.token().getSID().match(certificate)) {
                return false;
            }
            stamp.token().validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return true;
        } catch (TSPException | CertificateException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }
}
