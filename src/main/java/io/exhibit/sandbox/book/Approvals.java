package io.exhibit.sandbox.book;

import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.SignOn;
import io.exhibit.sandbox.world.World;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The registers about settings of AWS: what was decided on purpose, and what the story left out of them. */
final class Approvals {

    private static final String OFFICIAL = People.SECURITY_OFFICIAL;
    private static final String LEAD = People.PLATFORM_LEAD;
    private static final String BALANCERS = "arn:aws:elasticloadbalancing:*:";

    private final World end;
    private final LocalDate day;

    Approvals(World endOfMonth, LocalDate day) {
        this.end = endOfMonth;
        this.day = day;
    }

    /** Entries of each register by its name. */
    Map<String, Entries> files() {
        Map<String, Entries> files = new TreeMap<>();
        files.put("accepted_terms", Documents.terms());
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
        files.put("customer_duties", Documents.duties(day));
        files.put("documented_accounts", Documents.scopes());
        files.put("explained_events", new Entries());
        files.put("exposed_endpoints", endpoints());
        files.put("finding_routes", routes());
        files.put("immutable_buckets", one("2026-01-12", "Closed claims, REC-02", "bucket", "claims-archive"));
        files.put("intake_buckets", intake());
        files.put("missed_runs", missed());
        files.put("not_ephi", notEphi());
        files.put("own_premises", premises());
        files.put("plaintext_stretches", new Entries());
        files.put("reports_read", Documents.reportsRead(end.reports().get(0).id()));
        files.put("shield_required", shield());
        return files;
    }

    private static Entries one(String approved, String reason, String... members) {
        return new Entries().signed(OFFICIAL, approved, reason, members);
    }

    /** Whoever has access through a group; an assignment to a person alone was never asked for. */
    private Entries access() {
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
        return entries;
    }

    private static Stream<String> members(SignOn signOn, SignOn.Assignment assignment) {
        return signOn.people().stream()
                .filter(person -> person.groups().contains(assignment.principal()))
                .map(SignOn.Person::name)
                // The newest joiner was let in before the review.
                .filter(name -> !name.equals("amara.okafor"));
    }

    /** Some of the month's changes were asked for; what was approved when it had long been seen says so by its date. */
    private static Entries changes() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-10-12",
                        "GuardDuty stays out of eu-west-1 while the region is moved",
                        change(
                                "Service control policies",
                                "QuarantineEuWest1",
                                Accounts.MANAGEMENT,
                                "2026-10-12",
                                "2026-10-16",
                                "CHG-2203"))
                .signed(
                        LEAD,
                        "2026-10-12",
                        "Matches were counted while an upload was looked into",
                        change("Web ACLs", "portal-edge", Accounts.PORTAL, "2026-10-08", "2026-10-20", "CHG-2199"))
                .signed(
                        LEAD,
                        "2026-10-16",
                        "Key for the new intake",
                        change(
                                "KMS keys",
                                "alias/claims-intake",
                                Accounts.CLAIMS,
                                "2026-10-16",
                                "2026-10-20",
                                "CHG-2231"))
                .signed(
                        OFFICIAL,
                        "2026-10-21",
                        "Nobody had asked for it: StackSets were tried from the sandbox and taken back, incident INC-88; used by"
                                + " v.popescu alone, as CloudTrail has it",
                        change(
                                "Delegated administrators",
                                "sandbox",
                                Accounts.MANAGEMENT,
                                "2026-10-14",
                                "2026-10-17",
                                "CHG-2238"))
                .signed(
                        OFFICIAL,
                        "2026-10-26",
                        "Off the unit Workloads for one night, while the clearinghouse moved to its new account",
                        change(
                                "Resource control policies",
                                "OurPrincipalsOnly",
                                Accounts.MANAGEMENT,
                                "2026-10-26",
                                "2026-10-28",
                                "CHG-2247"));
    }

    private static String[] change(
            String what, String item, String account, String from, String until, String reference) {
        return new String[] {
            "what", what, "item", item, "account", account, "from", from, "until", until, "reference", reference
        };
    }

    /** Entered when the morning's look at the log showed it. */
    private static Entries missed() {
        return new Entries()
                .signed(
                        LEAD,
                        "2026-10-19",
                        "The host of the collector was being patched from 23:40 to 04:05 UTC, and its timer did not start again",
                        "due",
                        "2026-10-19T02:15:00Z",
                        "reference",
                        "CHG-2236");
    }

    private static Entries suppressions() {
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
                        Accounts.CLAIMS);
    }

    private static Entries endpoints() {
        return new Entries()
                .signed(LEAD, "2026-01-12", "Claims API", "endpoint", BALANCERS + Accounts.CLAIMS + ":loadbalancer/*")
                .signed(
                        LEAD,
                        "2026-01-12",
                        "Portal",
                        "endpoint",
                        BALANCERS + Accounts.PORTAL + ":loadbalancer/app/portal-web/*");
    }

    private static Entries routes() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-01-12",
                        "From 7.0 on, to the phone of whoever is on call",
                        "rule",
                        "guardduty-findings",
                        "target",
                        "arn:aws:sns:*:security-findings");
    }

    private static Entries intake() {
        return new Entries()
                .signed(LEAD, "2026-02-10", "Partners upload claims", "bucket", "claims-intake-uploads")
                .signed(LEAD, "2026-02-10", "Scans of incoming faxes", "bucket", "claims-fax-inbound");
    }

    private static Entries notEphi() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-01-12",
                        "Access log, names no patient",
                        "resource",
                        "arn:aws:s3:::claims-access-log")
                .signed(OFFICIAL, "2026-02-11", "Pages of the public site", "resource", "arn:aws:s3:::portal-web")
                .signed(OFFICIAL, "2026-02-11", "Empty forms", "resource", "arn:aws:s3:::portal-forms");
    }

    private Entries premises() {
        Entries entries = new Entries();
        end.devices(Accounts.CLAIMS, "us-east-1").stream()
                .filter(device -> device.id().startsWith("op-"))
                .forEach(device ->
                        entries.signed(LEAD, "2026-09-14", "Imaging, room 0.12, locked", "device", device.id()));
        return entries;
    }

    private Entries shield() {
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
        return entries;
    }
}
