package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The accounts of the demo organization, and as many more as a measurement asks for. */
public final class Accounts {
    public static final String MANAGEMENT = "111122223333";
    public static final String SECURITY = "222233334444";
    public static final String CLAIMS = "333344445555";
    public static final String PORTAL = "444455556666";
    public static final String SANDBOX = "555566667777";
    public static final String SUSPENDED = "666677778888";
    public static final String PILOT = "777788889999";

    private Accounts() {}

    static List<Account> at(Instant now, int wanted) {
        List<Account> all = new ArrayList<>(List.of(
                of(MANAGEMENT, "management", "ACTIVE", Place.ROOT, "INVITED", "2019-02-11T09:30:00Z"),
                of(SECURITY, "security", "ACTIVE", Place.AUDIT, "CREATED", "2020-06-03T10:00:00Z"),
                of(CLAIMS, "claims-prod", "ACTIVE", Place.PRODUCTION, "CREATED", "2020-09-14T12:20:00Z"),
                of(PORTAL, "portal-prod", "ACTIVE", Place.PRODUCTION, "CREATED", "2021-01-20T15:45:00Z"),
                of(SANDBOX, "sandbox", "ACTIVE", Place.SANDBOX, "CREATED", "2022-04-05T08:00:00Z"),
                of(SUSPENDED, "old-analytics", "SUSPENDED", Place.SUSPENDED, "CREATED", "2019-11-28T17:00:00Z")));
        if (now.isBefore(Story.PILOT_GONE)) {
            // Closed on 2026-07-20; AWS removes a closed account from the organization after 90 days.
            all.add(of(PILOT, "intake-pilot", "SUSPENDED", Place.SUSPENDED, "CREATED", "2024-05-06T11:00:00Z"));
        }
        if (wanted < 7) {
            return List.copyOf(all.subList(0, Math.min(wanted, all.size())));
        }
        for (int i = 8; i <= wanted; i++) {
            String id = String.valueOf(800_000_000_000L + i);
            all.add(of(id, "unit-" + i, "ACTIVE", Place.PRODUCTION, "CREATED", "2025-02-01T00:00:00Z"));
        }
        return List.copyOf(all);
    }

    private static Account of(String id, String name, String state, String parent, String method, String joined) {
        String email = "aws+" + name + "@harborview-health.example";
        return new Account(id, name, email, state, parent, method, Story.at(joined));
    }

    /** Ids of the root and the organizational units. */
    public static final class Place {
        public static final String ORGANIZATION = "o-exh1b1torg";
        public static final String ROOT = "r-ex1b";
        public static final String SECURITY = "ou-ex1b-sec0r1ty";
        public static final String AUDIT = "ou-ex1b-aud1t001";
        public static final String WORKLOADS = "ou-ex1b-w0rkload";
        public static final String PRODUCTION = "ou-ex1b-pr0duct1";
        public static final String SANDBOX = "ou-ex1b-sandb0x1";
        public static final String SUSPENDED = "ou-ex1b-suspend1";

        private Place() {}
    }
}
