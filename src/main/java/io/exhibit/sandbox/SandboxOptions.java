package io.exhibit.sandbox;

import io.exhibit.sandbox.world.Regions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a sandbox is started with.
 *
 * @param port 0 for any free one
 * @param seed names every id; the same seed and the same instant give the same bytes
 * @param now simulated time
 * @param users IAM users of the biggest account, beyond the eleven of the story
 * @param findings Inspector findings of the biggest account in us-east-1, beyond the dozen of the story
 * @param alike whether each account has so many Inspector findings, and not the biggest alone
 * @param threats GuardDuty findings of the biggest account in us-east-1, beyond the three of the story
 * @param accounts accounts in all, the suspended ones included; 1 is an account without an organization
 * @param regions enabled ones, 3 to 17; 2 suffice for the first three accounts
 * @param busy whether the management account is as full as that of a small company that has no other
 * @param latency added to every answer
 * @param limits whether AWS's rate limits are in force
 */
public record SandboxOptions(
        int port,
        long seed,
        Instant now,
        int users,
        int findings,
        boolean alike,
        int threats,
        int accounts,
        int regions,
        boolean busy,
        Duration latency,
        boolean limits,
        List<FaultSpec> faults) {

    public SandboxOptions {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        }
        if (users < 0 || findings < 0 || threats < 0 || accounts < 1 || latency.isNegative()) {
            throw new IllegalArgumentException(
                    "users, findings and latency must not be negative, and there must be at least one account");
        }
        int stage = accounts > 3 ? 3 : 2;
        if (regions < stage || regions > Regions.ALL.size()) {
            throw new IllegalArgumentException("the story plays in " + stage + " regions, and AWS enables "
                    + Regions.ALL.size() + " for everybody: there can be no " + regions);
        }
        faults = List.copyOf(faults);
    }

    /** The demo organization on the first night of its month. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0, 1, DemoMonth.FIRST_RUN, 0, 0, false, 0, 7, 3, false, Duration.ZERO, false, List.of());
    }

    public SandboxOptions withPort(int other) {
        return new SandboxOptions(
                other, seed, now, users, findings, alike, threats, accounts, regions, busy, latency, limits, faults);
    }

    public SandboxOptions withSeed(long other) {
        return new SandboxOptions(
                port, other, now, users, findings, alike, threats, accounts, regions, busy, latency, limits, faults);
    }

    public SandboxOptions withNow(Instant other) {
        return new SandboxOptions(
                port, seed, other, users, findings, alike, threats, accounts, regions, busy, latency, limits, faults);
    }

    public SandboxOptions withUsers(int other) {
        return new SandboxOptions(
                port, seed, now, other, findings, alike, threats, accounts, regions, busy, latency, limits, faults);
    }

    public SandboxOptions withFindings(int other) {
        return new SandboxOptions(
                port, seed, now, users, other, alike, threats, accounts, regions, busy, latency, limits, faults);
    }

    public SandboxOptions withAlike(boolean other) {
        return new SandboxOptions(
                port, seed, now, users, findings, other, threats, accounts, regions, busy, latency, limits, faults);
    }

    public SandboxOptions withThreats(int other) {
        return new SandboxOptions(
                port, seed, now, users, findings, alike, other, accounts, regions, busy, latency, limits, faults);
    }

    public SandboxOptions withAccounts(int other) {
        return new SandboxOptions(
                port, seed, now, users, findings, alike, threats, other, regions, busy, latency, limits, faults);
    }

    public SandboxOptions withRegions(int other) {
        return new SandboxOptions(
                port, seed, now, users, findings, alike, threats, accounts, other, busy, latency, limits, faults);
    }

    public SandboxOptions withBusy(boolean other) {
        return new SandboxOptions(
                port, seed, now, users, findings, alike, threats, accounts, regions, other, latency, limits, faults);
    }

    public SandboxOptions withLatency(Duration other) {
        return new SandboxOptions(
                port, seed, now, users, findings, alike, threats, accounts, regions, busy, other, limits, faults);
    }

    public SandboxOptions withLimits(boolean other) {
        return new SandboxOptions(
                port, seed, now, users, findings, alike, threats, accounts, regions, busy, latency, other, faults);
    }

    public SandboxOptions withFaults(List<FaultSpec> other) {
        return new SandboxOptions(
                port, seed, now, users, findings, alike, threats, accounts, regions, busy, latency, limits, other);
    }
}
