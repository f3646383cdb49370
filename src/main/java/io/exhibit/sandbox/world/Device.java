package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.List;

/** AWS hardware on the customer's premises; the state is that of a Snow job or cluster. */
public record Device(Kind kind, String id, String state, Instant made, String description) {

    /** What it is. */
    public enum Kind {
        OUTPOST,
        SNOW_JOB,
        SNOW_CLUSTER
    }

    /** The archive's scans went to AWS by a device, which is on its way back from the 23rd on. */
    static List<Device> of(World world, Account account, String region) {
        if (!account.id().equals(Accounts.CLAIMS) || !region.equals("us-east-1")) {
            return List.of();
        }
        Instant ordered = Story.at("2026-09-14T15:20:00Z");
        return List.of(
                new Device(
                        Kind.SNOW_JOB,
                        "JID" + world.digest().uuid("snow", account.id() + region),
                        world.since(Story.SNOW_RETURNED) ? "InTransitToAWS" : "WithCustomer",
                        ordered,
                        "=archive scans 1998\u20132009; <shelf 4>"),
                new Device(
                        Kind.SNOW_CLUSTER,
                        "CID" + world.digest().uuid("snow cluster", account.id() + region),
                        "InUse",
                        ordered,
                        "clinic @edge"),
                new Device(
                        Kind.OUTPOST,
                        "op-" + world.digest().hex("outpost", account.id() + region, 17),
                        "",
                        ordered,
                        "imaging <rack 2>"));
    }
}
