package io.exhibit.sandbox.world;

import java.util.ArrayList;
import java.util.List;

/** One trail of CloudTrail; {@code buckets} whose objects it logs, none of them for one that logs management events. */
public record Trail(String arn, String home, boolean everywhere, String bucket, boolean logging, List<String> buckets) {
    private static final String ORGANIZATION =
            "arn:aws:cloudtrail:us-east-1:" + Accounts.MANAGEMENT + ":trail/harborview-organization";

    public String name() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    public String owner() {
        return arn.split(":")[4];
    }

    /** The ARN of the log group that it writes to as well, in the place where it is at home. */
    public String logGroup() {
        return "arn:aws:logs:" + home + ":" + owner() + ":log-group:harborview/" + name() + ":*";
    }

    public boolean ofOrganization() {
        return arn.equals(ORGANIZATION);
    }

    /** The trails that a region shows: its own, and replicas of those that log everywhere. */
    static List<Trail> of(World world, Account account, String region) {
        List<Trail> all = new ArrayList<>();
        if (world.organized()) {
            all.add(new Trail(ORGANIZATION, "us-east-1", true, "harborview-audit-log", true, List.of()));
        }
        if (account.id().equals(Accounts.CLAIMS)) {
            all.add(own(account, "us-east-1", "claims-objects", true, "claims-intake-uploads"));
        }
        if (account.id().equals(Accounts.PORTAL)) {
            boolean stopped = world.holds(Story.TRAIL_STOPPED);
            all.add(own(account, "us-west-2", "portal-objects", !stopped, "portal-documents"));
        }
        return all.stream()
                .filter(trail -> trail.everywhere() || trail.home().equals(region))
                .toList();
    }

    private static Trail own(Account account, String home, String name, boolean logging, String bucket) {
        String arn = "arn:aws:cloudtrail:" + home + ":" + account.id() + ":trail/" + name;
        String log = account.id().equals(Accounts.CLAIMS) ? "claims-access-log" : "harborview-audit-log";
        return new Trail(arn, home, false, log, logging, List.of(bucket));
    }
}
