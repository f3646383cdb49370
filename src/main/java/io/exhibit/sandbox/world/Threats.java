package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where GuardDuty is on, and what it has found. */
final class Threats {
    private static final Instant SANDBOX_ENABLED = Story.at("2026-10-08T10:00:00Z");

    private final World world;
    private final Account account;
    private final String region;

    private Threats(World world, Account account, String region) {
        this.world = world;
        this.account = account;
        this.region = region;
    }

    /** Empty where nobody has switched GuardDuty on. */
    static Optional<String> detector(World world, Account account, String region) {
        boolean off =
                account.id().equals(Accounts.SANDBOX) && region.equals("us-west-2") && !world.since(SANDBOX_ENABLED);
        return off ? Optional.empty() : Optional.of(world.digest().hex("detector", account.id() + region, 32));
    }

    static List<Threat> of(World world, Account account, String region) {
        Threats threats = new Threats(world, account, region);
        List<Threat> story = threats.story();
        int further = threats.further();
        return further == 0 ? story : Further.afterUnmade(story, further, threats::probe);
    }

    /** Those with these ids, in the order of the list; the rest of the list is not looked at. */
    static List<Threat> of(World world, Account account, String region, Set<String> ids) {
        Threats threats = new Threats(world, account, region);
        int further = threats.further();
        return Stream.concat(
                        threats.story().stream(),
                        ids.stream()
                                .map(ThreatDraft::number)
                                .filter(number -> number >= 1 && number <= further)
                                .distinct()
                                .sorted()
                                .map(threats::probe))
                .filter(threat -> ids.contains(threat.id()))
                .toList();
    }

    private int further() {
        return detector(world, account, region).isEmpty()
                ? 0
                : Further.of(world.size(), account, region).threats();
    }

    private List<Threat> story() {
        if (detector(world, account, region).isEmpty()) {
            return List.of();
        }
        List<Threat> all = new ArrayList<>();
        switch (account.name() + "/" + region) {
            case "claims-prod/us-east-1" -> claims(all);
            case "portal-prod/us-east-1" -> portal(all);
            case "security/us-east-1" -> samples(all);
            case "sandbox/eu-west-1" -> sandbox(all);
            default -> {}
        }
        return List.copyOf(all);
    }

    private void claims(List<Threat> all) {
        Instant guessed = Story.at("2026-10-10T22:41:17.221Z");
        if (world.since(guessed)) {
            Instant archived = Story.at("2026-10-13T09:30:00Z");
            all.add(finding("UnauthorizedAccess:EC2/SSHBruteForce", 8.0, guessed)
                    .titled("203.0.113.77 is performing SSH brute force attacks against i-0f3c2b1a4d5e6f708.")
                    .archived(world.since(archived), world.since(archived) ? archived : guessed)
                    .on(instance("i-0f3c2b1a4d5e6f708", "claims-bastion")));
        }
        Instant first = Story.at("2026-10-03T04:12:09.014Z");
        if (world.since(first)) {
            // Archived as a false alarm, and back when it happened again.
            Instant off = Story.at("2026-10-08T11:00:00Z");
            Instant back = Story.at("2026-10-18T05:20:00Z");
            Instant settled = Story.at("2026-10-24T16:00:00Z");
            boolean archived = world.since(off) && !world.since(back) || world.since(settled);
            Instant updated =
                    world.since(settled) ? settled : world.since(back) ? back : world.since(off) ? off : first;
            all.add(finding("Recon:IAMUser/MaliciousIPCaller.Custom", 7.2, first)
                    .titled("API DescribeInstances was invoked from an IP address on a custom threat list.")
                    .archived(archived, updated)
                    .seen(world.since(back) ? 9 : 2)
                    .on(accessKey("svc-edi-gateway")));
        }
        all.add(finding("Policy:S3/BucketBlockPublicAccessDisabled", 2.0, Story.at("2026-08-20T14:00:00Z"))
                .titled("Amazon S3 Block Public Access was disabled for S3 bucket claims-intake-public-forms.")
                .archived(true, Story.at("2026-08-22T10:00:00Z"))
                .on(bucket("claims-intake-public-forms")));
    }

    private void portal(List<Threat> all) {
        Instant closed = Story.at("2026-10-11T12:00:00Z");
        Instant first = Story.at("2026-09-28T19:03:44.500Z");
        all.add(finding("CryptoCurrency:EC2/BitcoinTool.B!DNS", 8.5, first)
                .titled(
                        "The EC2 instance i-0aa11bb22cc33dd44 is querying a domain name that is associated with Bitcoin-related activity.")
                .archived(world.since(closed), world.since(closed) ? closed : first)
                .seen(41)
                .on(instance("i-0aa11bb22cc33dd44", "<script>alert(1)</script>")));
        Instant scan = Story.at("2026-10-21T08:15:30.120Z");
        if (world.since(scan)) {
            all.add(finding("Recon:EC2/PortProbeUnprotectedPort", 3.5, scan)
                    .titled("Unprotected port on EC2 instance i-0bb22cc33dd44ee55 is being probed.")
                    .on(instance("i-0bb22cc33dd44ee55", "=cmd|' /C calc'!A0")));
        }
    }

    private void samples(List<Threat> all) {
        Instant made = Story.at("2026-10-02T09:00:00.000Z");
        if (world.since(made)) {
            all.add(finding("Backdoor:EC2/C&CActivity.B!DNS", 8.0, made)
                    .titled(
                            "[SAMPLE] The EC2 instance i-99999999 is querying a domain name that is associated with a known Command & Control server.")
                    .on(instance("i-99999999", "GeneratedFindingInstanceTagValue1")));
            all.add(finding("Discovery:S3/TorIPCaller", 5.0, made)
                    .titled("[SAMPLE] Discovery API GetBucketAcl was invoked from a Tor exit node.")
                    .on(bucket("bucketName")));
        }
    }

    private void sandbox(List<Threat> all) {
        Instant seen = Story.at("2026-10-26T17:45:00.000Z");
        if (world.since(seen)) {
            all.add(finding("Impact:EC2/WinRMBruteForce", 7.0, seen)
                    .titled("i-0dd44ee55ff66aa77 is performing WinRM brute force attacks against 192.0.2.10.")
                    .on(instance("i-0dd44ee55ff66aa77", "\u202eelif\u202c \u200bworkshop \u6f14\u7fd2")));
        }
    }

    private Threat probe(int number) {
        String instance = "i-" + world.digest().hex("probed", account.id() + number, 17);
        return finding("Recon:EC2/PortProbeUnprotectedPort", 2.0, Story.at("2026-09-15T12:00:00.000Z"))
                .titled("Unprotected port on EC2 instance " + instance + " is being probed.")
                .numbered(number)
                .on(instance(instance, "work"));
    }

    private ThreatDraft finding(String type, double severity, Instant created) {
        return new ThreatDraft(world.digest(), account.id(), region, type, severity, created);
    }

    private Map<String, Object> instance(String id, String name) {
        return Tree.of(
                "resourceType",
                "Instance",
                "instanceDetails",
                Tree.of(
                        "instanceId",
                        id,
                        "instanceType",
                        "m6i.large",
                        "instanceState",
                        "running",
                        "availabilityZone",
                        region + "a",
                        "imageId",
                        "ami-0123456789abcdef0",
                        "launchTime",
                        "2026-06-01T08:00:00.000Z",
                        "tags",
                        List.of(Tree.of("key", "Name", "value", name)),
                        "networkInterfaces",
                        List.of()));
    }

    private Map<String, Object> accessKey(String user) {
        String id = "AKIA" + world.digest().letters("finding-key", user, 16);
        return Tree.of(
                "resourceType",
                "AccessKey",
                "accessKeyDetails",
                Tree.of("accessKeyId", id, "principalId", "AIDAEXAMPLE", "userType", "IAMUser", "userName", user));
    }

    private static Map<String, Object> bucket(String name) {
        return Tree.of(
                "resourceType",
                "S3Bucket",
                "s3BucketDetails",
                List.of(Tree.of("arn", "arn:aws:s3:::" + name, "name", name, "type", "Destination")));
    }
}
