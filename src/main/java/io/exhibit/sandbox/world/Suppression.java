package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Tree;
import java.util.List;
import java.util.Map;

/** One rule by which findings are kept out of sight; {@code action} and {@code criteria} in the words of its service. */
public record Suppression(String name, String description, String action, Map<String, Object> criteria) {

    /** Filters of GuardDuty. */
    static List<Suppression> ofThreats(Account account, String region) {
        if (!account.id().equals(Accounts.CLAIMS) || !region.equals("us-east-1")) {
            return List.of();
        }
        Map<String, Object> scanner =
                Tree.of("criterion", Tree.of("type", Tree.of("equals", List.of("Recon:EC2/Portscan"))));
        Map<String, Object> low = Tree.of("criterion", Tree.of("severity", Tree.of("lessThan", 4)));
        return List.of(
                new Suppression("own-scanner", "Weekly scan of our own (SEC-118)", "ARCHIVE", scanner),
                new Suppression("low-severity-view", "<i>view</i> of the \u202emorning\u202c shift", "NOOP", low));
    }

    /** Suppression rules of Inspector, which the delegated administrator keeps for all. */
    static List<Suppression> ofWeaknesses(Account account, String region) {
        if (!account.id().equals(Accounts.SECURITY) || !region.equals("us-east-1")) {
            return List.of();
        }
        Map<String, Object> informational =
                Tree.of("severity", List.of(Tree.of("comparison", "EQUALS", "value", "INFORMATIONAL")));
        return List.of(new Suppression("informational", "Not acted upon (POL-7)", "SUPPRESS", informational));
    }

    /** Archive rules of an analyzer; they have no description and no action. */
    static List<Suppression> ofExposures(Account account, Analyzer analyzer) {
        boolean agreed = account.id().equals(Accounts.CLAIMS)
                && analyzer.type().equals("ACCOUNT")
                && analyzer.arn().contains(":us-east-1:");
        Map<String, Object> exchange = Tree.of("principal.AWS", Tree.of("eq", List.of("999900001111")));
        return agreed ? List.of(new Suppression("clearinghouse-exchange", "", "", exchange)) : List.of();
    }
}
