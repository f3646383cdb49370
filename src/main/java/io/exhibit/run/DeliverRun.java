package io.exhibit.run;

import io.exhibit.assessment.Channel;
import io.exhibit.assessment.Receipt;
import io.exhibit.deliver.Delivery;
import io.exhibit.deliver.NotDelivered;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hands sealed packs over. What is owed follows from the log and the settings: the packs that were sealed since a channel was named and
 * of which the log has no receipt. So nothing that could be lost has to be remembered.
 */
public final class DeliverRun {

    private final Vaults vaults;
    private final IssueShelf shelf;
    private final List<Route> routes;
    private final InstantSource clock;

    /** @param folder of the bound packs */
    public DeliverRun(Vaults vaults, Path folder, List<Route> routes, InstantSource clock) {
        this.vaults = vaults;
        this.shelf = new IssueShelf(folder, "");
        this.routes = List.copyOf(routes);
        this.clock = clock;
    }

    /** What came of one delivery: a receipt, which the log has, or what was in the way. */
    public record Outcome(Consignment what, Optional<Receipt> receipt, Optional<Exception> trouble) {}

    /**
     * Names the channels of the settings in the log, before a pack is sealed that they are to get. Packs from before that are not owed to
     * them.
     */
    static void name(Vault vault, List<Route> routes) throws IOException {
        for (Route route : routes) {
            vault.nameChannel(route.delivery().channel(), route.delivery().to());
        }
    }

    /** The same, when the log does not have them so. */
    public void name() throws IOException {
        boolean known = vaults.reading(vault -> {
            Map<String, String> newest = new HashMap<>();
            for (Channel channel : vault.channels()) {
                newest.put(channel.name(), channel.to());
            }
            return routes.stream()
                    .map(Route::delivery)
                    .allMatch(route -> route.to().equals(newest.get(route.channel())));
        });
        if (!known) {
            vaults.writing(vault -> {
                name(vault, routes);
                return null;
            });
        }
    }

    /** What is owed, channel by channel in the order of the settings, the packs of each in the order of the log. */
    public List<Consignment> owed() throws IOException {
        return routes.isEmpty() ? List.of() : vaults.reading(this::owed);
    }

    private List<Consignment> owed(Vault vault) throws IOException {
        List<Receipt> receipts = vault.receipts();
        List<Consignment> owed = new ArrayList<>();
        for (Route route : routes) {
            Delivery delivery = route.delivery();
            vault.packsSince(delivery.channel()).forEach((pack, sha256) -> {
                if (route.takes().test(pack)
                        && receipt(receipts, pack, delivery.channel()).isEmpty()) {
                    owed.add(new Consignment(pack, delivery.channel(), delivery.to(), sha256));
                }
            });
        }
        return owed;
    }

    private static Optional<Receipt> receipt(List<Receipt> receipts, String pack, String channel) {
        return receipts.stream()
                .filter(receipt ->
                        receipt.pack().equals(pack) && receipt.channel().equals(channel))
                .reduce((earlier, later) -> later);
    }

    /**
     * Hands one pack over by one channel and seals the receipt. What is in the way stops nobody else.
     *
     * @param again whether it was asked for by hand, so that a receipt which the log has already does not end it
     * @throws VaultException when the vault cannot be read or written
     */
    public Outcome deliver(Consignment what, boolean again) throws IOException {
        Delivery delivery = routes.stream()
                .map(Route::delivery)
                .filter(each -> each.channel().equals(what.channel()))
                .findFirst()
                .orElseThrow();
        try {
            // Who cannot be asked what it has gets it from one sender at a time.
            Optional<Receipt> receipt = delivery.tells()
                    ? sealed(what, handedOver(what, delivery, vaults.reading(vault -> proof(vault, what))), again)
                    : vaults.writing(vault -> told(vault, what, delivery, again));
            return new Outcome(what, receipt, Optional.empty());
        } catch (VaultException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return new Outcome(what, Optional.empty(), Optional.of(e));
        }
    }

    private static String proof(Vault vault, Consignment what) throws IOException {
        return vault.proof(what.pack())
                .orElseThrow(() -> new NotDelivered(
                        NotDelivered.Reason.REFUSED, "The log has no pack " + what.pack() + "; it was not issued."));
    }

    private Receipt handedOver(Consignment what, Delivery delivery, String proof) throws IOException {
        return delivery.deliver(what.pack(), shelf.parcel(what.pack(), what.sha256(), proof));
    }

    private Optional<Receipt> sealed(Consignment what, Receipt receipt, boolean again) throws IOException {
        return vaults.writing(vault -> {
            Optional<Receipt> before = receipt(vault.receipts(), what.pack(), what.channel());
            if (before.isPresent() && !again) {
                return before;
            }
            vault.sealReceipt(receipt);
            return Optional.of(receipt);
        });
    }

    /** To people, who cannot be asked: a mark tells whoever comes after a crash that it may have been sent. */
    private Optional<Receipt> told(Vault vault, Consignment what, Delivery delivery, boolean again) throws IOException {
        Optional<Receipt> before = receipt(vault.receipts(), what.pack(), what.channel());
        if (before.isPresent() && !again) {
            return before;
        }
        SendMark mark = new SendMark(shelf.folder(), vault.beside(), what.pack(), what.channel());
        String note = mark.since()
                .map(since -> "It may have been sent twice: how an attempt of " + since
                        + " ended is not known. Both have the same Message-ID.")
                .orElse(before.map(
                                earlier -> "It was sent again by hand; the log has a receipt of " + earlier.at() + ".")
                        .orElse(""));
        String proof = proof(vault, what);
        mark.set(clock.instant());
        Receipt receipt;
        try {
            receipt = handedOver(what, delivery, proof);
        } catch (NotDelivered e) {
            if (e.reason() != NotDelivered.Reason.UNCLEAR) {
                mark.takeBack();
            }
            throw e;
        }
        Receipt noted = receipt.noting((receipt.note() + " " + note).strip());
        vault.sealReceipt(noted);
        mark.clear();
        return Optional.of(noted);
    }
}
