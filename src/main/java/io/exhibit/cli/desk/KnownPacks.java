package io.exhibit.cli.desk;

import io.exhibit.assessment.Period;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Release;
import io.exhibit.cli.node.Announcement;
import io.exhibit.cli.settings.Settings;
import io.exhibit.console.frame.Standing;
import io.exhibit.run.Edition;
import io.exhibit.run.WaitingDrafts;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packs that the log has, and the drafts that wait for their approval. */
final class KnownPacks {

    private final Settings settings;
    private final Vault vault;
    private final Map<String, String> packs;

    KnownPacks(Settings settings, Vault vault) {
        this.settings = settings;
        this.vault = vault;
        this.packs = vault.packs();
    }

    /** Newest first. */
    List<Standing.Pack> all() throws IOException {
        List<Receipt> receipts = vault.receipts();
        List<Release> releases = vault.releases();
        List<Standing.Pack> all = new ArrayList<>();
        packs.forEach((pack, sha256) -> all.add(issued(pack, sha256, receipts, releases)));
        for (WaitingDrafts.Waiting draft : WaitingDrafts.of(settings.pack().folder(), packs.keySet())) {
            all.add(new Standing.Pack(
                    draft.pack(),
                    true,
                    draft.sha256(),
                    period(draft.pack()),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    List.of()));
        }
        Collections.reverse(all);
        return all;
    }

    private Standing.Pack issued(String pack, String sha256, List<Receipt> receipts, List<Release> releases) {
        return new Standing.Pack(
                pack,
                false,
                sha256,
                period(pack),
                vault.packed(pack),
                isNewest(pack),
                releases.stream()
                        .filter(release -> release.pack().equals(pack))
                        .map(release -> release.approver() + ", " + Announcement.words(release.at(), ZoneOffset.UTC))
                        .reduce((older, newer) -> newer),
                receipts.stream()
                        .filter(receipt -> receipt.pack().equals(pack))
                        .map(receipt -> receipt.channel() + ", " + receipt.to() + ", "
                                + Announcement.words(receipt.at(), ZoneOffset.UTC))
                        .toList());
    }

    /** "2026-10-01 to 2026-10-31"; a name that somebody gave otherwise tells none. */
    private String period(String pack) {
        try {
            Period period = Edition.period(pack, settings.schedule().zone());
            return period.first() + " to " + period.last();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private boolean isNewest(String pack) {
        try {
            Edition edition = Edition.named(pack);
            return !packs.containsKey(edition.again(edition.number() + 1, "").pack());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
