package io.exhibit.sandbox.book;

import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.SignOn;
import io.exhibit.sandbox.world.World;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The registers about settings of AWS: what was decided on purpose, and what the story left out of them. */
final class Approvals {

    private static final String OFFICIAL = Entries.SECURITY_OFFICIAL;
    private static final String LEAD = "Platform Lead";
    private static final String BALANCERS = "arn:aws:elasticloadbalancing:*:";

    private final World end;

    Approvals(World endOfMonth) {
        this.end = endOfMonth;
    }

    /** Content of each register's file by its name. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        files.put("approved_access", access());
        files.put("approved_changes", changes());
        files.put(
                "approved_public",
                one("2026-02-11", "Pages of the public site", "resource", "arn:aws:s3:::portal-web"));
        files.put(
                "approved_shares",
                one("2026-03-02", "Clearinghouse, BAA-2025-03", "account", "999900001111", "agreement", "BAA-2025-03"));
        files.put("approved_suppressions", suppressions());
        files.put(
                "break_glass_uses",
                one(
                        "2026-07-15",
                        "Yearly trial of the procedure",
                        "principal",
                        Registers.user(Accounts.MANAGEMENT, "break-glass-1"),
                        "used_at",
                        "2026-07-14T09:00:00Z"));
        files.put("customer_duties", Documents.duties());
        files.put("documented_accounts", Documents.scopes());
        files.put("explained_events", "[]\n");
        files.put("exposed_endpoints", endpoints());
        files.put("finding_routes", routes());
        files.put("immutable_buckets", one("2026-01-12", "Closed claims, REC-02", "bucket", "claims-archive"));
        files.put("intake_buckets", intake());
        files.put("not_ephi", notEphi());
        files.put("own_premises", premises());
        files.put("plaintext_stretches", "[]\n");
        // The version that came in the month was read by nobody yet: the worksheet is about the one before it.
        files.put(
                "reports_read",
                one(
                        "2026-06-08",
                        "Worksheet MAN-25",
                        "report",
                        end.reports().get(0).id(),
                        "version",
                        "7"));
        files.put("shield_required", shield());
        return files;
    }

    private static String one(String approved, String reason, String... members) {
        return new Entries().signed(OFFICIAL, approved, reason, members).yaml();
    }

    /** Whoever has access through a group; an assignment to a person alone was never asked for. */
    private String access() {
        Entries entries = new Entries();
        SignOn signOn = end.signOn();
        for (String account : new String[] {Accounts.CLAIMS, Accounts.PORTAL}) {
            for (String set : signOn.sets()) {
                signOn.assignments(account, set).stream()
                        .filter(SignOn.Assignment::group)
                        .flatMap(assignment -> members(signOn, assignment))
                        .distinct()
                        .forEach(name -> entries.signed(
                                LEAD,
                                "2026-06-30",
                                "Access review of June 2026",
                                "principal",
                                name,
                                "account",
                                account,
                                "permission_set",
                                set));
            }
        }
        return entries.yaml();
    }

    private static Stream<String> members(SignOn signOn, SignOn.Assignment assignment) {
        return signOn.people().stream()
                .filter(person -> person.groups().contains(assignment.principal()))
                .map(SignOn.Person::name)
                // The newest joiner was let in before the review.
                .filter(name -> !name.equals("amara.okafor"));
    }

    /** Some of the month's changes were asked for; one was approved when it had long been seen. */
    private static String changes() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-10-12",
                        "GuardDuty stays out of eu-west-1 while the region is moved",
                        change("Service control policies", "QuarantineEuWest1", Accounts.MANAGEMENT, "CHG-2203"))
                .signed(
                        LEAD,
                        "2026-10-16",
                        "Key for the new intake",
                        change("KMS keys", "alias/claims-intake", Accounts.CLAIMS, "CHG-2231"))
                .signed(
                        LEAD,
                        "2026-10-12",
                        "Matches were counted while an upload was looked into",
                        change("Web ACLs", "portal-edge", Accounts.PORTAL, "CHG-2199"))
                .yaml();
    }

    private static String[] change(String what, String item, String account, String reference) {
        return new String[] {
            "what",
            what,
            "item",
            item,
            "account",
            account,
            "from",
            "2026-10-08T00:00:00Z",
            "until",
            "2026-10-20T00:00:00Z",
            "reference",
            reference
        };
    }

    private static String suppressions() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-04-01",
                        "Our own scanner, SEC-118",
                        "filter",
                        "own-scanner",
                        "account",
                        Accounts.CLAIMS)
                .signed(
                        OFFICIAL,
                        "2026-03-02",
                        "Clearinghouse, BAA-2025-03",
                        "filter",
                        "clearinghouse-exchange",
                        "account",
                        Accounts.CLAIMS)
                .yaml();
    }

    private static String endpoints() {
        return new Entries()
                .signed(LEAD, "2026-01-12", "Claims API", "endpoint", BALANCERS + Accounts.CLAIMS + ":loadbalancer/*")
                .signed(
                        LEAD,
                        "2026-01-12",
                        "Portal",
                        "endpoint",
                        BALANCERS + Accounts.PORTAL + ":loadbalancer/app/portal-web/*")
                .yaml();
    }

    private static String routes() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-01-12",
                        "From 7.0 on, to the phone of whoever is on call",
                        "rule",
                        "guardduty-findings",
                        "target",
                        "arn:aws:sns:*:security-findings")
                .yaml();
    }

    private static String intake() {
        return new Entries()
                .signed(LEAD, "2026-02-10", "Partners upload claims", "bucket", "claims-intake-uploads")
                .signed(LEAD, "2026-02-10", "Scans of incoming faxes", "bucket", "claims-fax-inbound")
                .yaml();
    }

    private static String notEphi() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-01-12",
                        "Access log, names no patient",
                        "resource",
                        "arn:aws:s3:::claims-access-log")
                .signed(OFFICIAL, "2026-02-11", "Pages of the public site", "resource", "arn:aws:s3:::portal-web")
                .signed(OFFICIAL, "2026-02-11", "Empty forms", "resource", "arn:aws:s3:::portal-forms")
                .yaml();
    }

    private String premises() {
        Entries entries = new Entries();
        end.devices(Accounts.CLAIMS, "us-east-1").stream()
                .filter(device -> device.id().startsWith("op-"))
                .forEach(device ->
                        entries.signed(LEAD, "2026-09-14", "Imaging, room 0.12, locked", "device", device.id()));
        return entries.yaml();
    }

    private String shield() {
        Entries entries = new Entries();
        end.balancers(Accounts.CLAIMS, "us-east-1").stream()
                .filter(balancer -> balancer.name().equals("claims-web"))
                .forEach(balancer -> entries.signed(
                        OFFICIAL,
                        "2026-01-12",
                        "Partners depend on it day and night",
                        "resource",
                        balancer.arn(Accounts.CLAIMS, "us-east-1"),
                        "account",
                        Accounts.CLAIMS));
        return entries.yaml();
    }
}
