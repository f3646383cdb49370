package io.exhibit.run;

import io.exhibit.control.Scope;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Evidence;
import io.exhibit.evidence.Evidence.Coverage;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.read.RunEvidence;
import io.exhibit.seal.Vault;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What stands beside a test and was not tested: people who sign in through an identity provider are in no credential
 * report, so the number of these doors is printed beside the tests of passwords and MFA.
 */
final class Beside {

    private static final String PROVIDERS = "iam.identity-providers";
    private static final String PRINCIPALS = "iam.principals";

    private final Vault vault;
    private final Catalog catalog;
    private final Scope scope;

    Beside(Vault vault, Catalog catalog, Scope scope) {
        this.vault = vault;
        this.catalog = catalog;
        this.scope = scope;
    }

    /** Sentences by assertion id, as of the last run with evidence. */
    Map<String, List<String>> notes(List<RunRecord> runs) {
        return runs.stream()
                .filter(DueDays::hasEvidence)
                .reduce((first, second) -> second)
                .map(last -> Map.of("IAM-01", List.of(doors(last))))
                .orElse(Map.of());
    }

    private String doors(RunRecord run) {
        Evidence evidence =
                new RunEvidence(run, catalog, (target, source, each) -> vault.exchanges(run, target, source, each));
        Count providers = new Count(record -> true);
        Count roles = new Count(record -> Boolean.TRUE.equals(record.members().get("sso")));
        for (Target target : ReadOnce.of(run, scope)) {
            providers.add(evidence, target, PROVIDERS);
            roles.add(evidence, target, PRINCIPALS);
        }
        return "Beside it, not tested: people who sign in through " + providers.words("identity provider") + " and "
                + roles.words("role") + " of IAM Identity Center (AWSReservedSSO_).";
    }

    /** Counts records, and the accounts in which they could not be counted. */
    private static final class Count {
        private final Predicate<Record> counts;
        private long found;
        private long unread;

        Count(Predicate<Record> counts) {
            this.counts = counts;
        }

        void add(Evidence evidence, Target target, String reading) {
            List<Coverage> coverage = evidence.read(target, List.of(reading), record -> {
                if (counts.test(record)) {
                    found++;
                }
            });
            if (!coverage.get(0).known()) {
                unread++;
            }
        }

        String words(String noun) {
            String count = found + " " + noun + (found == 1 ? "" : "s");
            return unread == 0
                    ? count
                    : count + " (" + unread + (unread == 1 ? " account" : " accounts") + " could not be read)";
        }
    }
}
