package io.exhibit.seal;

import io.exhibit.assessment.Channel;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Release;
import io.exhibit.seal.Statement.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Seals whom packs are for, who approved them, and who got them, each under a leaf of its own. */
record DeliveryWriter(Store store, VaultLog log, Signer key, Instant now) {

    /** Seals where a channel leads unless the log has it so. */
    Channel channel(String name, String to) throws IOException {
        Optional<Channel> newest = new DeliveryLog(store, log.leaves())
                .channels().stream()
                        .filter(channel -> channel.name().equals(name))
                        .reduce((earlier, later) -> later)
                        .filter(channel -> channel.to().equals(to));
        if (newest.isPresent()) {
            return newest.get();
        }
        Channel named = new Channel(name, to, now);
        seal(Leaf.Kind.CHANNEL, CanonicalJson.line(new SealedChannel(named, salt(name + " " + to + " " + now))));
        return named;
    }

    void receipt(Receipt receipt) throws IOException {
        if (log.leaves().stream()
                .noneMatch(leaf -> leaf.kind() == Leaf.Kind.PACK && leaf.id().equals(receipt.pack()))) {
            throw new VaultException(
                    VaultException.Reason.MISSING, "The log has no pack " + receipt.pack() + " to have a receipt of.");
        }
        String salt = salt(receipt.pack() + " " + receipt.channel() + " " + receipt.at());
        seal(Leaf.Kind.RECEIPT, CanonicalJson.line(new SealedReceipt(receipt, salt)));
    }

    Release release(String pack, String draft, Head drawn, String approver, String reason) throws IOException {
        Checkpoint last = log.checkpoint();
        Release given = new Release(pack, draft, drawn.size(), approver, reason, now);
        Head head = new Head(last.origin(), last.size(), last.root());
        seal(
                Leaf.Kind.RELEASE,
                CanonicalJson.line(Envelope.sign(CanonicalJson.line(PackApproval.of(given, drawn, head)), key)));
        return given;
    }

    private String salt(String over) throws IOException {
        return Base64.getEncoder().encodeToString(key.sign(over.getBytes(StandardCharsets.UTF_8)));
    }

    private void seal(Leaf.Kind kind, byte[] content) throws IOException {
        Leaf leaf = ByContent.put(store, kind, content, now);
        log.append(store, leaf, log.checkpoint().origin(), key);
    }
}
