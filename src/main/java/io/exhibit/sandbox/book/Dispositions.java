package io.exhibit.sandbox.book;

import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Analyzer;
import io.exhibit.sandbox.world.Exposure;
import io.exhibit.sandbox.world.Threat;
import io.exhibit.sandbox.world.Weakness;
import io.exhibit.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What was decided on findings that are archived or suppressed at the end of the month. */
final class Dispositions {
    private static final String BY = People.INCIDENT_LEAD;

    private final World end;

    Dispositions(World endOfMonth) {
        this.end = endOfMonth;
    }

    Entries entries() {
        Entries entries = new Entries();
        for (Account account : end.accounts().stream().filter(Account::active).toList()) {
            for (String region : end.regions()) {
                end.threats(account.id(), region).stream()
                        .filter(Threat::archived)
                        .forEach(threat -> entries.signed(
                                BY,
                                decided(threat),
                                "Looked into and closed, incident register 2026",
                                "finding",
                                threat.id()));
            }
        }
        // Only the suppressed ones of the story: the further findings of a measurement have no story.
        end.weaknesses(Accounts.CLAIMS, "us-east-1").stream()
                .limit(8)
                .filter(weakness -> weakness.status().equals("SUPPRESSED"))
                .forEach(weakness ->
                        entries.signed(BY, "2026-07-15", "The flawed part is not built in", "finding", arn(weakness)));
        exchange()
                .ifPresent(exposure -> entries.signed(
                        BY, "2026-03-10", "Approved partner, see approved_external_trusts", "finding", exposure.id()));
        return entries;
    }

    private Optional<Exposure> exchange() {
        List<Analyzer> analyzers = end.analyzers(Accounts.CLAIMS, "us-east-1");
        return end.exposures(Accounts.CLAIMS, analyzers.get(0)).stream()
                .filter(exposure -> exposure.status().equals("ARCHIVED"))
                .findFirst();
    }

    private static String arn(Weakness weakness) {
        return "arn:aws:inspector2:" + weakness.region() + ":" + weakness.account() + ":finding/" + weakness.id();
    }

    /** Within five days, also where a finding came back later. */
    private static String decided(Threat threat) {
        return threat.created().plus(Duration.ofDays(5)).toString().substring(0, 10);
    }
}
