package io.exhibit.sandbox.world;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One report of AWS Artifact in one version; {@code months} is how far its versions lie apart. */
public record Report(
        String id,
        String name,
        String description,
        String series,
        long version,
        boolean explicit,
        boolean complete,
        int months,
        Instant periodStart,
        Instant periodEnd,
        Instant published) {
    private static final long KEPT = 2;

    /** The newest version of each report, as ListReports gives them. */
    static List<Report> newest(World world) {
        boolean renewed = world.since(Story.SOC2_NEW_VERSION);
        List<Report> all = new ArrayList<>(List.of(
                of(world, "SOC 2 Type 2 Report", "SOC 2", renewed ? 8 : 7, true)
                        .over(6, renewed ? "2025-10-01" : "2025-04-01", renewed ? "2026-09-30" : "2026-03-31")
                        .published(renewed ? Story.SOC2_NEW_VERSION : Story.at("2026-05-15T18:00:00Z")),
                of(world, "SOC 1 Type 2 Report", "SOC 1", 12, true).over(3, "2025-07-01", "2026-06-30"),
                of(world, "SOC 3 Report", "SOC 3", 6, false).over(6, "2025-04-01", "2026-03-31"),
                of(world, "ISO IEC 27001 2022 Certificate", "ISO", 4, false).over(36, "2025-11-28", "2028-11-27"),
                of(world, "HITRUST CSF Certification Letter", "HITRUST", 3, true)
                        .over(24, "2025-12-10", "2027-12-09"),
                of(world, "PCI DSS Attestation of Compliance", "PCI", 9, true).over(12, "2025-12-01", "2026-11-30")));
        Report letter = of(world, "SOC Continued Operations Letter", "SOC Letters", 5, true)
                .over(6, "2026-04-01", "2026-09-30");
        all.add(world.since(Story.at("2026-10-22T00:00:00Z")) ? letter : letter.incomplete());
        return List.copyOf(all);
    }

    /** The oldest version that AWS Artifact still has. */
    public long oldest() {
        return Math.max(1, version - KEPT);
    }

    /** An earlier version of the same report; its period lies that much earlier. */
    public Report earlier(long wanted) {
        Period back = Period.ofMonths((int) (version - wanted) * months);
        return new Report(
                id,
                name,
                description,
                series,
                wanted,
                explicit,
                true,
                months,
                minus(periodStart, back),
                minus(periodEnd, back),
                minus(published, back));
    }

    private static Report of(World world, String name, String series, long version, boolean explicit) {
        Instant none = Instant.EPOCH;
        String id = "report-" + world.digest().letters("report", name, 16);
        String description = "=" + name + ", for customers; \u201cin confidence\u201d \u2014 \u673a\u5bc6 \u200b";
        return new Report(id, name, description, series, version, explicit, true, 12, none, none, none);
    }

    private Report over(int apart, String from, String until) {
        Instant end = Story.at(until + "T23:59:59Z");
        return new Report(
                id,
                name,
                description,
                series,
                version,
                explicit,
                complete,
                apart,
                Story.at(from + "T00:00:00Z"),
                end,
                Story.at("2026-07-20T18:00:00Z"));
    }

    private Report published(Instant when) {
        return new Report(
                id, name, description, series, version, explicit, complete, months, periodStart, periodEnd, when);
    }

    private Report incomplete() {
        return new Report(
                id, name, description, series, version, explicit, false, months, periodStart, periodEnd, published);
    }

    private static Instant minus(Instant instant, Period period) {
        return instant.atZone(ZoneOffset.UTC).minus(period).toInstant();
    }
}
