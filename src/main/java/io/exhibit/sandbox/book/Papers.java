package io.exhibit.sandbox.book;

import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Key;
import io.exhibit.sandbox.world.Report;
import io.exhibit.sandbox.world.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything of the book but the registers: scope, thresholds, documents, decisions, risk acceptances. */
public final class Papers {
    private static final String OFFICIAL = People.SECURITY_OFFICIAL;

    private final World end;
    private final LocalDate day;

    /** @param day on which they are read: what was approved later is not in them */
    public Papers(World endOfMonth, LocalDate day) {
        this.end = endOfMonth;
        this.day = day;
    }

    /** Content of each file by its name without ending. */
    public Map<String, String> files() {
        return new TreeMap<>(Map.of(
                "scope", scope(),
                "parameters", parameters(),
                "documents", Documents.onFile(day, end.digest()).yaml(day),
                "decisions", decisions(),
                "risk-acceptances", acceptances()));
    }

    private String scope() {
        Entries accounts = new Entries();
        declare(accounts, Accounts.MANAGEMENT, "management", "yes", "no", "Pays and governs; no workloads");
        declare(accounts, Accounts.SECURITY, "security", "yes", "no", "Logs and findings");
        declare(accounts, Accounts.CLAIMS, "claims-prod", "yes", "yes", "Claims of patients");
        declare(accounts, Accounts.PORTAL, "portal-prod", "yes", "yes", "Patients read their results here");
        declare(accounts, Accounts.SANDBOX, "sandbox", "yes", "no", "Made-up records only");
        declare(
                accounts,
                Accounts.SUSPENDED,
                "old-analytics",
                "no",
                "no",
                "Suspended on 2026-06-30, nothing runs and nobody can sign in");
        declare(
                accounts,
                Accounts.PILOT,
                "intake-pilot",
                "no",
                "no",
                "Closed on 2026-07-20, removed by AWS after 90 days");
        Entries facts = new Entries();
        for (String fact :
                List.of("clearinghouse", "business_associate", "group_health_plan", "other_government_entity")) {
            facts.plain("name", fact, "value", "no", "approver", People.GENERAL_COUNSEL, "approved", "2026-01-12");
        }
        return "entity: Harborview Health (simulated)\nkind: Covered entity\nclassification: 'Confidential: security'\nofficial: '"
                + OFFICIAL + "'\ncontact: 'compliance@examplehealth.example'\n"
                + system()
                + "accounts:\n"
                + Yaml.indented(accounts.yaml(day))
                + "facts:\n"
                + Yaml.indented(facts.yaml(day))
                + "owners:\n"
                + owner("164.308(a)(3)(ii)(C)", People.HUMAN_RESOURCES)
                + owner("164.308(a)(6)(ii)", People.INCIDENT_LEAD)
                + owner("164.308(b)(1)", People.GENERAL_COUNSEL)
                + owner("164.312(a)(1)", People.PLATFORM_LEAD)
                + owner("164.312(d)", People.IDENTITY_LEAD);
    }

    private static String owner(String citation, String who) {
        return "  " + citation + ": " + Yaml.quoted(who) + "\n";
    }

    private static String system() {
        return "system:\n"
                + "  description: >-\n"
                + "    The claims platform (claims-prod) takes claims of patients from two partners over an interface with mutual TLS and"
                + " from scanned faxes, checks them, and keeps them in databases and in an archive. 40 clerks work with it; a"
                + " clearinghouse outside the organization fetches claim files by a role.\n\n"
                + "    Patients read their results in the portal (portal-prod), which asks the claims platform and keeps pictures and"
                + " messages of its own. Staff sign in through IAM Identity Center.\n\n"
                + "    Logs and findings of all accounts go to security. No patient's data is meant to be in management, security or"
                + " sandbox.\n"
                + "  approver: '" + OFFICIAL + "'\n"
                + "  approved: 2026-07-31\n";
    }

    private static void declare(Entries entries, String id, String name, String inScope, String ephi, String reason) {
        entries.plain(
                "id",
                id,
                "name",
                name,
                "in_scope",
                inScope,
                "ephi",
                ephi,
                "reason",
                reason,
                "approver",
                OFFICIAL,
                "approved",
                "2026-07-31");
    }

    private String parameters() {
        Report soc2 = end.reports().get(0);
        return "baa_arns: {value: ['arn:aws:artifact:::agreement/AWS Organizations Business Associate Addendum'], policy: 'MAN-13, clauses checked on 2026-02-03'}\n"
                + "soc2_reports: {value: ['" + soc2.id() + "'], policy: 'VEN-02 section 3'}\n"
                + "soc2_letters: {value: ['SOC Letters'], policy: 'VEN-02 section 3'}\n"
                + "iso_certificates: {value: [], policy: 'VEN-02 section 3, none relied on'}\n"
                + (Documents.REPORT_READ.isAfter(day)
                        ? "soc2_max_gap_days: {value: 190, policy: 'VEN-02 section 3'}\n"
                        : "soc2_max_gap_days: {value: 120, policy: 'VEN-02 section 3, revised on 2026-10-21'}\n")
                + "access_key_max_age_days: {value: 90, policy: 'SEC-03 section 4.2'}\n"
                + "password_min_length: {value: 14, policy: 'SEC-03 section 2.1'}\n"
                + "critical_sla_days: {value: 30, policy: 'SEC-07 section 5'}\n"
                + "required_scps: {value: [DenyLeaveOrganization, DenyDisableLogging], policy: 'SEC-01 section 6'}\n"
                + "approved_ous: {value: [/Workloads], policy: 'SEC-01 section 2'}\n"
                + "config_required: {value: true, policy: 'SEC-09 section 1'}\n"
                + "hipaa_eligible_services: {value: ['AWS::EC2', 'AWS::IAM', 'AWS::KMS', 'AWS::S3', 'AWS::RDS',"
                + " 'AWS::Lambda'], policy: 'VEN-02 annex, list of 2026-07-01'}\n"
                + "security_hub_required: {value: true, policy: 'SEC-09 section 2'}\n"
                + "root_hardware_mfa_required: {value: true, policy: 'SEC-02 section 1'}\n"
                + "central_root_access_required: {value: true, policy: 'SEC-02 section 1'}\n"
                + "password_max_age_days: {value: 365, policy: 'SEC-03 section 2.3'}\n"
                + "idle_minutes: {value: 15, policy: 'SEC-03 section 6'}\n";
    }

    private String decisions() {
        return new Entries()
                .plain(
                        "citation",
                        "164.312(a)(2)(iii)",
                        "choice",
                        "alternative",
                        "rationale",
                        "Consoles are reached from managed workstations only, and those lock after five minutes",
                        "document",
                        "MAN-18",
                        "approver",
                        OFFICIAL,
                        "approved",
                        "2026-01-12",
                        "review",
                        "2027-01-12")
                .plain(
                        "citation",
                        "164.312(a)(2)(iv)",
                        "choice",
                        "implemented",
                        "rationale",
                        "Every store of ePHI is encrypted with keys of our own",
                        "document",
                        "MAN-21",
                        "approver",
                        OFFICIAL,
                        "approved",
                        "2026-01-12",
                        "review",
                        "2027-01-12")
                .plain(
                        "citation",
                        "164.310(d)(2)(iv)",
                        "choice",
                        "not-reasonable",
                        "rationale",
                        "No equipment of ours holds ePHI, so that none is moved with ePHI on it",
                        "document",
                        "MAN-16",
                        "approver",
                        OFFICIAL,
                        "approved",
                        "2026-01-12",
                        "review",
                        "2027-01-12")
                .yaml(day);
    }

    private String acceptances() {
        Key legacy = end.keys(Accounts.PORTAL, "eu-west-1").stream()
                .filter(key -> key.alias().equals("alias/portal-legacy"))
                .findFirst()
                .orElseThrow();
        return new Entries()
                .plain(
                        "id",
                        "RA-2026-04",
                        "assertion",
                        "KMS-01",
                        "item",
                        "*" + legacy.id() + "*",
                        "approver",
                        OFFICIAL,
                        "approved",
                        "2026-06-15",
                        "expires",
                        "2026-12-31",
                        "reason",
                        "The old portal reads by key id and cannot follow a rotation; it is switched off in December."
                                + " Asked for by " + People.PLATFORM_LEAD)
                .yaml(day);
    }
}
