package io.exhibit.seal;

import io.exhibit.assessment.Channel;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Release;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a log says of whom packs are for, who approved them, and who got them. */
record DeliveryLog(Holding holding, List<Leaf> leaves) {

    /** In the order of the log; a name stands there again when it leads elsewhere from then on. */
    List<Channel> channels() throws IOException {
        List<Channel> channels = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (leaf.kind() == Leaf.Kind.CHANNEL) {
                channels.add(channel(leaf));
            }
        }
        return channels;
    }

    List<Receipt> receipts() throws IOException {
        List<Receipt> receipts = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (leaf.kind() == Leaf.Kind.RECEIPT) {
                receipts.add(CanonicalJson.read(ByContent.content(holding, leaf), SealedReceipt.class)
                        .receipt());
            }
        }
        return receipts;
    }

    List<Release> releases() throws IOException {
        List<Release> releases = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (leaf.kind() == Leaf.Kind.RELEASE) {
                releases.add(PackApproval.read(Envelope.read(ByContent.content(holding, leaf)))
                        .release());
            }
        }
        return releases;
    }

    /** SHA-256 of the packs behind the leaf that first names a channel, by name. */
    Map<String, String> packsSince(String channel) throws IOException {
        Map<String, String> packs = new LinkedHashMap<>();
        boolean named = false;
        for (Leaf leaf : leaves) {
            if (leaf.kind() == Leaf.Kind.CHANNEL && !named) {
                named = channel(leaf).name().equals(channel);
            } else if (leaf.kind() == Leaf.Kind.PACK && named) {
                packs.put(leaf.id(), leaf.sha256());
            }
        }
        return packs;
    }

    private Channel channel(Leaf leaf) throws IOException {
        return CanonicalJson.read(ByContent.content(holding, leaf), SealedChannel.class)
                .channel();
    }
}
