package io.exhibit.seal;

import io.exhibit.assessment.Receipt;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Statement.Head;
import io.exhibit.seal.Trust.Role;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what a log says of whom packs are for, who approved them, and who got them. */
final class DeliveryCheck {

    private final LogCheck log;
    private final FileCheck files;
    private final Map<String, String> packs = new HashMap<>();

    /** @param log that was checked */
    DeliveryCheck(Holding holding, LogCheck log, List<Discrepancy> found) {
        this.log = log;
        this.files = new FileCheck(holding, found);
    }

    void check() throws IOException {
        for (int at = 0; at < log.leaves().size(); at++) {
            Leaf leaf = log.leaves().get(at);
            switch (leaf.kind()) {
                case PACK -> packs.put(leaf.id(), leaf.sha256());
                case CHANNEL -> read(leaf, content -> CanonicalJson.read(content, SealedChannel.class));
                case RECEIPT ->
                    read(leaf, content -> CanonicalJson.read(content, SealedReceipt.class))
                            .ifPresent(kept -> receipt(leaf, kept.receipt()));
                case RELEASE -> release(leaf, at);
                case VISITS -> visits(leaf);
                case RUN, ASSESSMENT, ROTATION, BOOK, APPROVAL -> {
                    // Looked at elsewhere.
                }
            }
        }
    }

    private void visits(Leaf leaf) throws IOException {
        if (!leaf.id()
                .equals(leaf.sha256().substring(0, Math.min(16, leaf.sha256().length())))) {
            // Told where leaves are held against their places.
            return;
        }
        Optional<byte[]> content =
                files.content(ByContent.file(leaf.kind(), leaf.sha256()), leaf.sha256(), SealedVisits.LARGEST);
        if (content.isPresent() && !SealedVisits.isWhole(content.get())) {
            report(Code.RECORD_MALFORMED, leaf, "It is not a salt and lines of JSON.");
        }
    }

    private void receipt(Leaf leaf, Receipt receipt) {
        String sealed = packs.get(receipt.pack());
        if (sealed == null) {
            report(
                    Code.RECEIPT_DIFFERS,
                    leaf,
                    "It is a receipt of the pack " + receipt.pack() + ", which the log does not have before it.");
            return;
        }
        for (Receipt.Item file : receipt.files()) {
            if (file.name().equals(receipt.pack() + ".zip") && !file.sha256().equals(sealed)) {
                report(
                        Code.RECEIPT_DIFFERS,
                        leaf,
                        "It says that " + file.name() + " with SHA-256 " + file.sha256() + " was handed over, and the"
                                + " log has " + sealed + ".");
            }
        }
    }

    /** @param at its place in the log */
    private void release(Leaf leaf, int at) throws IOException {
        Optional<Envelope> envelope = read(leaf, Envelope::read);
        Optional<PackApproval> said =
                envelope.isEmpty() ? Optional.empty() : read(leaf, content -> PackApproval.read(envelope.get()));
        if (said.isEmpty()) {
            return;
        }
        PackApproval.Approved approved = said.get().predicate();
        Head drawn = approved.drawn();
        boolean here = approved.log().equals(log.head(at))
                && approved.time().equals(leaf.time())
                && drawn.size() >= 0
                && drawn.size() <= at
                && drawn.equals(log.head((int) drawn.size()));
        if (!here) {
            report(
                    Code.RECORD_MISPLACED,
                    leaf,
                    "It is the approval of a pack at another place of the log, of a draft of another state of it, or of"
                            + " another log.");
        } else if (log.trusts(Role.LOG)) {
            log.ring()
                    .approval(envelope.get(), leaf.time(), at, leaf.file())
                    .wrong()
                    .ifPresent(files.found()::add);
        }
    }

    /** Nothing where there is no such file as was sealed. A leaf that names another place was reported already. */
    private <T> Optional<T> read(Leaf leaf, Form<T> form) throws IOException {
        String name;
        try {
            name = ByContent.file(leaf.kind(), leaf.sha256());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Optional<byte[]> content = files.content(name, leaf.sha256(), Layout.SMALL);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.read(content.get()));
        } catch (IOException e) {
            report(Code.RECORD_MALFORMED, leaf, "It is " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** How a file is read; IOException says what else it is. */
    private interface Form<T> {
        T read(byte[] content) throws IOException;
    }

    private void report(Code code, Leaf leaf, String says) {
        files.report(code, leaf.file(), says);
    }
}
