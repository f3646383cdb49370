package io.exhibit.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Inspector found: the story's findings, and as many further ones as asked for, each made when it is looked at. */
final class Weaknesses {
    private static final List<String> SEVERITIES =
            List.of("LOW", "MEDIUM", "MEDIUM", "MEDIUM", "HIGH", "HIGH", "INFORMATIONAL", "UNTRIAGED");
    private static final List<String> PACKAGES =
            List.of("openssl", "zlib1g", "log4j-core", "libcurl4", "linux-image-aws");
    private static final Instant SCALE_START = Story.at("2026-08-01T00:00:00Z");

    private final World world;
    private final Account account;
    private final String region;

    private Weaknesses(World world, Account account, String region) {
        this.world = world;
        this.account = account;
        this.region = region;
    }

    static List<Weakness> of(World world, Account account, String region) {
        Weaknesses all = new Weaknesses(world, account, region);
        List<Weakness> story = new ArrayList<>();
        switch (account.name() + "/" + region) {
            case "claims-prod/us-east-1" -> all.claims(story);
            case "portal-prod/us-east-1" -> all.portal(story);
            case "portal-prod/us-west-2" -> all.simple(story, "CVE-2026-31007", "LOW", "2026-09-02T03:00:00Z");
            case "sandbox/eu-west-1" -> all.simple(story, "CVE-2025-48989", "MEDIUM", "2026-04-11T03:00:00Z");
            default -> {}
        }
        int further = Further.of(world.size(), account, region).weaknesses();
        return Further.afterUnmade(story, further, number -> all.made(number - 1));
    }

    private void claims(List<Weakness> all) {
        // Misses the limit of 30 days on October 1st; closed on the 17th and deleted by AWS 30 days later.
        Instant patched = Story.at("2026-10-16T22:00:00Z");
        all.add(finding(
                "CVE-2026-22222",
                "CRITICAL",
                world.since(patched) ? "CLOSED" : "ACTIVE",
                "openssl",
                "2026-08-30T03:12:00Z",
                patched));
        Instant seen = Story.at("2026-10-05T21:00:00Z");
        if (world.since(seen)) {
            // Patched, and back five days later with an old image: Inspector opens the same finding again.
            Story.Window gone = Story.window("2026-10-18T20:00:00Z", "2026-10-23T20:00:00Z");
            Instant last = world.since(gone.until()) ? gone.until() : gone.from();
            all.add(finding(
                    "CVE-2026-30303",
                    "CRITICAL",
                    world.holds(gone) ? "CLOSED" : "ACTIVE",
                    "log4j-core",
                    seen.toString(),
                    last));
        }
        // 60 days old on October 14th, and not mended in this month.
        all.add(finding("CVE-2026-18180", "HIGH", "ACTIVE", "linux-image-aws", "2026-08-15T03:00:00Z", seen));
        all.add(finding("CVE-2026-19191", "HIGH", "SUPPRESSED", "libcurl4", "2026-07-01T03:00:00Z", seen));
        all.add(finding("CVE-2026-40404", "UNTRIAGED", "ACTIVE", "zlib1g", "2026-09-20T03:00:00Z", seen));
        Instant newest = Story.at("2026-10-20T03:00:00Z");
        if (world.since(newest)) {
            all.add(finding("CVE-2026-41414", "HIGH", "ACTIVE", "libcurl4", newest.toString(), newest));
        }
        simple(all, "CVE-2026-11111", "MEDIUM", "2026-06-10T03:00:00Z");
        simple(all, "CVE-2026-12121", "LOW", "2026-05-05T03:00:00Z");
    }

    private void portal(List<Weakness> all) {
        Instant fixed = Story.at("2026-10-09T12:00:00Z");
        // Closed because its instance was terminated: AWS deletes such a finding after three days.
        if (!world.since(fixed.plus(Duration.ofDays(3)))) {
            all.add(finding(
                    "CVE-2026-25252",
                    "CRITICAL",
                    world.since(fixed) ? "CLOSED" : "ACTIVE",
                    "openssl",
                    "2026-09-29T03:00:00Z",
                    fixed));
        }
        simple(all, "CVE-2026-12121", "LOW", "2026-05-06T03:00:00Z");
    }

    private void simple(List<Weakness> all, String vulnerability, String severity, String first) {
        all.add(finding(vulnerability, severity, "ACTIVE", "zlib1g", first, Story.at(first)));
    }

    private Weakness finding(
            String vulnerability, String severity, String status, String component, String first, Instant changed) {
        Instant found = Story.at(first);
        Instant last = world.since(changed) && changed.isAfter(found) ? changed : found;
        String resource = "i-" + world.digest().hex("instance", account.id() + region + vulnerability, 17);
        return new Weakness(
                account.id(),
                region,
                world.digest().hex("weakness", account.id() + region + vulnerability, 32),
                vulnerability,
                severity,
                status,
                score(severity),
                component,
                found,
                last,
                !severity.equals("UNTRIAGED"),
                "AWS_EC2_INSTANCE",
                resource,
                Map.of(
                        "Name",
                        severity.equals("HIGH")
                                ? "<script>alert(1)</script>"
                                : "app-\u0627\u062e\u062a\u0628\u0627\u0631"));
    }

    /** The same number is the same finding on every day; it opens and closes as time goes on. */
    private Weakness made(int number) {
        String id = world.digest().hex("weakness", account.id() + "#" + number, 64);
        int a = Integer.parseInt(id.substring(0, 6), 16);
        int b = Integer.parseInt(id.substring(6, 12), 16);
        Instant found = SCALE_START.plus(Duration.ofMinutes(a % 60_000));
        Instant closed = found.plus(Duration.ofDays(20 + b % 90));
        boolean over = world.since(closed);
        String severity = SEVERITIES.get(b % SEVERITIES.size());
        return new Weakness(
                account.id(),
                region,
                id.substring(0, 32),
                "CVE-2026-" + (10_000 + a % 50_000),
                severity,
                over ? "CLOSED" : "ACTIVE",
                score(severity),
                PACKAGES.get(a % PACKAGES.size()),
                found,
                over ? closed : found,
                b % 4 != 0,
                "AWS_ECR_CONTAINER_IMAGE",
                "arn:aws:ecr:" + region + ":" + account.id() + ":repository/claims/sha256:" + id,
                Map.of());
    }

    private static double score(String severity) {
        return switch (severity) {
            case "CRITICAL" -> 9.8;
            case "HIGH" -> 8.1;
            case "MEDIUM" -> 6.5;
            case "LOW" -> 3.3;
            default -> 0.0;
        };
    }
}
