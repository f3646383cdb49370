package io.exhibit.sandbox.book;

import io.exhibit.sandbox.wire.Digest;
import io.exhibit.sandbox.world.Accounts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documents of the organization, and the registers that are about documents. */
final class Documents {

    /** When the newest SOC 2 report of AWS was read, and its duties were put on the register anew. */
    static final LocalDate REPORT_READ = LocalDate.of(2026, 10, 21);

    private static final String OFFICIAL = People.SECURITY_OFFICIAL;
    private static final String RESOURCES = People.HUMAN_RESOURCES;
    private static final String LEAD = People.PLATFORM_LEAD;

    /** Reviews of activity (MAN-04) are due monthly; August's is the newest. The emergency procedure (MAN-20) is missing. */
    private static final String[][] ALL = {
        {"MAN-01", "Risk analysis 2026, seven accounts", "2026-02-27", OFFICIAL},
        {"MAN-02", "Risk treatment plan, July 2026", "2026-07-23", OFFICIAL},
        {"MAN-02", "Risk treatment plan, October 2026", "2026-10-21", OFFICIAL},
        {"MAN-03", "Sanction policy HR-11", "2026-01-20", RESOURCES},
        {"MAN-04", "Activity review August 2026", "2026-09-03", OFFICIAL},
        {"MAN-05", "Appointment of the Security Official", "2024-05-02", People.CHIEF_EXECUTIVE},
        {"MAN-06", "Access review, third quarter", "2026-09-22", People.IDENTITY_LEAD},
        {"MAN-07", "Terminations September 2026", "2026-09-30", RESOURCES},
        {"MAN-07", "Terminations October 2026", "2026-10-30", RESOURCES},
        {"MAN-08", "Training programme and completion list", "2026-04-17", RESOURCES},
        {"MAN-09", "Security reminder: mail with bills", "2026-09-08", OFFICIAL},
        {"MAN-09", "Security reminder: sign-in by phone", "2026-10-06", OFFICIAL},
        {"MAN-10", "Incident response plan IR-1, register September 2026", "2026-09-30", People.INCIDENT_LEAD},
        {"MAN-10", "Incident response plan IR-1, register October 2026", "2026-10-30", People.INCIDENT_LEAD},
        {"MAN-11a", "Contingency policy CP-1", "2026-05-19", LEAD},
        {"MAN-11b", "Contingency plan CP-1, backup", "2026-05-19", LEAD},
        {"MAN-11c", "Contingency plan CP-1, disaster recovery", "2026-05-19", LEAD},
        {"MAN-12", "Evaluation 2026", "2026-06-26", OFFICIAL},
        {"MAN-13", "Business associates and their contracts", "2026-02-03", People.GENERAL_COUNSEL},
        {"MAN-14", "Offices: access and maintenance", "2026-03-30", OFFICIAL},
        {"MAN-15", "Workstation standard WS-2", "2026-03-30", OFFICIAL},
        {"MAN-16", "Devices and media: nil statement", "2026-03-30", OFFICIAL},
        {"MAN-17", "Policy index", "2026-07-15", OFFICIAL},
        {"MAN-18", "Automatic logoff: settings export", "2026-08-12", People.IDENTITY_LEAD},
        {"MAN-19", "Integrity of claim records", "2026-04-08", LEAD},
        {"MAN-21", "Authentication standard SEC-03", "2026-08-03", People.IDENTITY_LEAD},
        {"MAN-24", "Decisions on addressable specifications", "2026-01-12", OFFICIAL},
        {"MAN-25", "Duties left to customers, SOC 2 version 7", "2026-06-08", OFFICIAL},
        {"MAN-25", "Duties left to customers, SOC 2 version 8", REPORT_READ.toString(), OFFICIAL},
        {"MAN-26", "Identity Center export September 2026", "2026-09-30", People.IDENTITY_LEAD},
        {"MAN-26", "Identity Center export October 2026", "2026-10-30", People.IDENTITY_LEAD},
    };

    private static final String[][] DUTIES = {
        {"Users get the access that their work needs, and lose it when they leave", "IAM-16", RESOURCES},
        {"People sign in with a second factor", "IAM-01", People.IDENTITY_LEAD},
        {"Data that must not be read by others is encrypted", "ENC-02", LEAD},
        {"What happens in the accounts is recorded, and somebody reviews it", "MAN-04", OFFICIAL},
        {"Data is backed up, and restoring it is tried", "BK-05", LEAD},
    };

    /** What the newer version leaves to customers beside these. */
    private static final String[][] FURTHER_DUTIES = {
        {"Faults of the software that customers run are found and mended", "INS-03", LEAD},
        {"Keys that customers manage are replaced", "KMS-01", LEAD},
    };

    private Documents() {}

    /** The newest of each that is approved on a day. */
    static Entries onFile(LocalDate day, Digest digest) {
        Map<String, String[]> newest = new LinkedHashMap<>();
        Map<String, Integer> versions = new LinkedHashMap<>();
        for (String[] document : ALL) {
            if (!LocalDate.parse(document[2]).isAfter(day)) {
                newest.put(document[0], document);
                versions.merge(document[0], 1, Integer::sum);
            }
        }
        Entries entries = new Entries();
        newest.forEach((id, document) -> entries.plain(
                "id",
                id,
                "title",
                document[1],
                "version",
                String.valueOf(versions.get(id) + digest.below(6, "version", id)),
                "approver",
                document[3],
                "approved",
                document[2],
                "digest",
                digest.hex("document", id + " " + document[2], 64)));
        return entries;
    }

    /** Which accounts the documents on scope name: a register. */
    static Entries scopes() {
        Entries entries = new Entries();
        for (String[] document : ALL) {
            if (document[0].matches("MAN-01|MAN-12|MAN-17")) {
                for (String account : new String[] {Accounts.CLAIMS, Accounts.PORTAL}) {
                    entries.signed(
                            OFFICIAL,
                            document[2],
                            "In the chapter on scope",
                            "document",
                            document[0],
                            "account",
                            account,
                            "dated",
                            document[2]);
                }
            }
        }
        return entries;
    }

    /** Who read which version of AWS's SOC 2 report: a register. */
    static Entries reportsRead(String report) {
        return new Entries()
                .signed(
                        People.COMPLIANCE_MANAGER,
                        "2026-06-08",
                        "Worksheet MAN-25",
                        "report",
                        report,
                        "version",
                        "7",
                        "duties",
                        String.valueOf(DUTIES.length))
                .signed(
                        People.COMPLIANCE_MANAGER,
                        REPORT_READ.toString(),
                        "Worksheet MAN-25, made anew: two duties are new, the opinion is unqualified",
                        "report",
                        report,
                        "version",
                        "8",
                        "duties",
                        String.valueOf(DUTIES.length + FURTHER_DUTIES.length));
    }

    /** Who accepted AWS's terms: a register. */
    static Entries terms() {
        return new Entries()
                .signed(
                        People.GENERAL_COUNSEL,
                        "2025-11-18",
                        "Terms read; reports stay with Legal and Security",
                        "report",
                        "SOC 2");
    }

    /** What the report that was read last leaves to its customers: a register. */
    static Entries duties(LocalDate day) {
        boolean renewed = !REPORT_READ.isAfter(day);
        Entries entries = new Entries();
        for (String[] duty : DUTIES) {
            duty(entries, duty, renewed);
        }
        if (renewed) {
            for (String[] duty : FURTHER_DUTIES) {
                duty(entries, duty, true);
            }
        }
        return entries;
    }

    private static void duty(Entries entries, String[] duty, boolean renewed) {
        entries.signed(
                People.SECURITY_OFFICIAL,
                renewed ? REPORT_READ.toString() : "2026-06-08",
                "Worksheet MAN-25",
                "duty",
                duty[0],
                "report",
                "SOC 2 Type 2 Report",
                "version",
                renewed ? "8" : "7",
                "shown_by",
                duty[1],
                "owner",
                duty[2]);
    }
}
