package io.exhibit.sandbox.book;

import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Key;
import io.exhibit.sandbox.world.Story;
import io.exhibit.sandbox.world.World;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The organization's registers as they stand on a day; an entry counts from the day it was approved. */
public final class Registers {
    private static final String OFFICIAL = People.SECURITY_OFFICIAL;
    private static final String PARTNER = "arn:aws:iam::999900001111:root";

    private final World end;
    private final LocalDate day;

    /** @param day on which they are read: what was approved later is not in them */
    public Registers(World endOfMonth, LocalDate day) {
        this.end = endOfMonth;
        this.day = day;
    }

    /** Content of each register's file by its name. */
    public Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        entries().forEach((name, entries) -> files.put(name, entries.yaml(day)));
        return files;
    }

    private Map<String, Entries> entries() {
        Map<String, Entries> files = new TreeMap<>();
        files.put("account_changes", new Entries());
        files.put("account_closures", accountClosures());
        files.put("approved_admins", admins());
        files.put("approved_disabled_keys", disabledKeys());
        files.put("approved_external_trusts", externalTrusts());
        files.put("approved_key_access", keyAccess());
        files.put("approved_root_uses", rootUses());
        files.put("break_glass", breakGlass());
        files.put("finding_dispositions", new Dispositions(end).entries());
        files.put("identities", new Identities(end).entries());
        files.put("identity_providers", providers());
        files.put("leavers", leavers());
        files.putAll(new Approvals(end, day).files());
        return files;
    }

    private static Entries accountClosures() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-06-30",
                        "Analytics moved to claims-prod; closed after export",
                        "account",
                        Accounts.SUSPENDED)
                .signed(
                        OFFICIAL,
                        "2026-07-20",
                        "Pilot ended; account closed, leaves after 90 days",
                        "account",
                        Accounts.PILOT);
    }

    private static Entries admins() {
        return new Entries()
                .signed(OFFICIAL, "2026-01-12", "Platform lead", "principal", user(Accounts.MANAGEMENT, "m.delacroix"))
                .signed(
                        OFFICIAL,
                        "2026-01-12",
                        "Emergency access, sealed envelope",
                        "principal",
                        user(Accounts.MANAGEMENT, "break-glass-1"))
                .signed(
                        OFFICIAL,
                        "2026-01-12",
                        "Platform team of four, through Identity Center",
                        "principal",
                        "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_*")
                .signed(
                        OFFICIAL,
                        "2026-01-12",
                        "Recovery by the management account alone",
                        "principal",
                        "arn:aws:iam::*:role/OrganizationAccountAccessRole")
                .signed(
                        People.PLATFORM_LEAD,
                        "2026-02-02",
                        "The sandbox holds no ePHI; teaches there and may do anything",
                        "principal",
                        user(Accounts.SANDBOX, "v.popescu"));
    }

    private Entries disabledKeys() {
        Key retired = end.keys(Accounts.CLAIMS, "us-east-1").stream()
                .filter(key -> key.alias().equals("alias/claims-retired"))
                .findFirst()
                .orElseThrow();
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-09-30",
                        "All objects were encrypted anew with claims-archive",
                        "key",
                        retired.id());
    }

    private static Entries externalTrusts() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-03-02",
                        "Clearinghouse fetches claim files",
                        "principal",
                        PARTNER,
                        "agreement",
                        "BAA-2025-03");
    }

    private static Entries keyAccess() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-03-02",
                        "Clearinghouse decrypts what it fetches, BAA-2025-03",
                        "principal",
                        PARTNER);
    }

    private static Entries rootUses() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-10-13",
                        "Change of the support plan, ticket CHG-2210",
                        "account",
                        Accounts.MANAGEMENT,
                        "used_at",
                        Story.MANAGEMENT_ROOT_USED.toString());
    }

    private static Entries breakGlass() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-01-12",
                        "Recovery role, procedure EA-1",
                        "principal",
                        "arn:aws:iam::*:role/OrganizationAccountAccessRole");
    }

    private static Entries providers() {
        return new Entries()
                .signed(
                        OFFICIAL,
                        "2026-01-12",
                        "IAM Identity Center, fed from the staff directory",
                        "arn",
                        "arn:aws:iam::*:saml-provider/AWSSSO_*_DO_NOT_DELETE")
                .signed(
                        OFFICIAL,
                        "2026-02-20",
                        "Deployment of the claims API",
                        "arn",
                        "arn:aws:iam::" + Accounts.CLAIMS + ":oidc-provider/token.actions.githubusercontent.com")
                .signed(
                        OFFICIAL,
                        "2026-10-12",
                        "Portal staff; to be replaced by Identity Center in 2027",
                        "arn",
                        "arn:aws:iam::" + Accounts.PORTAL + ":saml-provider/HarborviewStaff");
    }

    private static Entries leavers() {
        return new Entries()
                .signed(
                        People.HUMAN_RESOURCES,
                        "2026-10-05",
                        "Employment ended",
                        "person",
                        "HR-4719",
                        "user",
                        user(Accounts.PORTAL, "j.lindqvist"),
                        "left_at",
                        Story.LEAVER_LEFT.toString());
    }

    static String user(String account, String name) {
        return "arn:aws:iam::" + account + ":user/" + name;
    }
}
