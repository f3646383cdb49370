package io.exhibit.sandbox.world;

import java.util.ArrayList;
import java.util.List;

/** One analyzer of IAM Access Analyzer; {@code type} is AWS's word. */
public record Analyzer(String arn, String type) {
    public String name() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    static List<Analyzer> of(World world, Account account, String region) {
        boolean missing = account.id().equals(Accounts.SANDBOX)
                && region.equals("eu-west-1")
                && !world.since(Story.at("2026-10-15T09:00:00Z"));
        if (missing) {
            return List.of();
        }
        String prefix = "arn:aws:access-analyzer:" + region + ":" + account.id() + ":analyzer/";
        List<Analyzer> all = new ArrayList<>(List.of(new Analyzer(prefix + "external-access", "ACCOUNT")));
        if (account.id().equals(Accounts.CLAIMS) && region.equals("us-east-1")) {
            all.add(new Analyzer(prefix + "unused-access", "ACCOUNT_UNUSED_ACCESS"));
            all.add(new Analyzer(prefix + "internal-access", "ACCOUNT_INTERNAL_ACCESS"));
        }
        return List.copyOf(all);
    }
}
