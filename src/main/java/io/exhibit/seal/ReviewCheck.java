package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Step.Status;
import io.exhibit.seal.Trust.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks the signatures of reviewers that lie beside a pack. */
final class ReviewCheck {

    /** Bytes of a reviewer's signature with all that is around it; a thousand are used. */
    private static final int LARGEST = 1 << 16;

    private final Path zip;
    private final PackHolding pack;
    private final Trust trust;
    private final List<Discrepancy> found = new ArrayList<>();
    private final Set<String> reviewers = new TreeSet<>();

    /** @param pack what was read of the zip */
    ReviewCheck(Path zip, PackHolding pack, Trust trust) {
        this.zip = zip;
        this.pack = pack;
        this.trust = trust;
    }

    Step step() throws IOException {
        List<Path> files = beside();
        if (!trust.has(Role.REVIEWER)) {
            return new Step(
                    Name.REVIEWERS,
                    Status.NOT_ASKED,
                    (files.isEmpty() ? "No reviewer is asked for." : files.size() + " signatures lie beside the pack.")
                            + " A trust file (--trust) says whose signatures count.",
                    List.of());
        }
        for (Path file : files) {
            check(file);
        }
        if (reviewers.size() < trust.threshold()) {
            report(
                    Code.REVIEWERS_MISSING,
                    "",
                    reviewers.size() + " of the " + trust.threshold() + " reviewers that are asked for signed it.");
        }
        return Step.of(
                Name.REVIEWERS,
                found,
                "Signed by " + String.join(", ", reviewers) + "; " + trust.threshold() + " asked for.");
    }

    private List<Path> beside() throws IOException {
        String name = zip.getFileName().toString();
        try (Stream<Path> all = Files.list(zip.toAbsolutePath().getParent())) {
            return all.filter(file -> Review.isAbout(name, file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private void check(Path file) throws IOException {
        String name = file.getFileName().toString();
        Envelope envelope;
        Review review;
        try {
            envelope = Envelope.read(content(file));
            review = CanonicalJson.read(envelope.statement(), Review.class);
        } catch (IOException e) {
            report(Code.REVIEW_MALFORMED, name, "It is " + e.getMessage() + ".");
            return;
        }
        if (!envelope.payloadType().equals(Envelope.IN_TOTO)
                || !review._type().equals(Statement.TYPE)
                || !review.predicateType().equals(Review.TYPE)
                || envelope.signatures().size() != 1
                || review.subject().size() != 1) {
            report(Code.REVIEW_MALFORMED, name, "It is not one signature of a reviewer about one pack.");
            return;
        }
        String said = review.subject().get(0).digest().sha256();
        if (!said.equals(pack.sha256())) {
            report(
                    Code.REVIEW_DIFFERS,
                    name,
                    "It is about the SHA-256 " + said + "; the pack has " + pack.sha256() + ".");
            return;
        }
        KeyRing.Verdict verdict = new KeyRing(trust, Rotations.none())
                .review(envelope, review.predicate().signed(), name);
        verdict.wrong().ifPresent(found::add);
        if (verdict.wrong().isEmpty()) {
            reviewers.add(verdict.by());
        }
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Bounded.read(in, LARGEST).orElseThrow(() -> new IOException("longer than a signature can be"));
        }
    }

    private void report(Code code, String file, String says) {
        found.add(new Discrepancy(code, file, says));
    }
}
