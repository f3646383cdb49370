package io.exhibit.sandbox.book;

import io.exhibit.sandbox.world.Accounts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documents that are on file and current at the end of the month: title and date of approval by id. */
final class Documents {
    static final Map<String, String[]> CURRENT = new LinkedHashMap<>();

    static {
        put("MAN-01", "Risk analysis 2026, seven accounts", "2026-02-27");
        put("MAN-02", "Risk treatment plan, October 2026", "2026-10-22");
        put("MAN-03", "Sanction policy HR-11", "2026-01-20");
        put("MAN-05", "Appointment of the Security Official", "2024-05-02");
        put("MAN-06", "Access review, third quarter", "2026-09-22");
        put("MAN-07", "Terminations October 2026", "2026-10-30");
        put("MAN-08", "Training programme and completion list", "2026-04-17");
        put("MAN-09", "Security reminder: sign-in by phone", "2026-10-06");
        put("MAN-10", "Incident response plan IR-1, register October 2026", "2026-10-30");
        put("MAN-11a", "Contingency policy CP-1", "2026-05-19");
        put("MAN-11b", "Contingency plan CP-1, backup", "2026-05-19");
        put("MAN-11c", "Contingency plan CP-1, disaster recovery", "2026-05-19");
        put("MAN-12", "Evaluation 2026", "2026-06-26");
        put("MAN-13", "Business associates and their contracts", "2026-02-03");
        put("MAN-14", "Offices: access and maintenance", "2026-03-30");
        put("MAN-15", "Workstation standard WS-2", "2026-03-30");
        put("MAN-16", "Devices and media: nil statement", "2026-03-30");
        put("MAN-17", "Policy index", "2026-07-15");
        put("MAN-18", "Automatic logoff: settings export", "2026-08-12");
        put("MAN-19", "Integrity of claim records", "2026-04-08");
        put("MAN-21", "Authentication standard SEC-03", "2026-08-03");
        put("MAN-24", "Decisions on addressable specifications", "2026-01-12");
        put("MAN-25", "Duties left to customers, SOC 2 version 7", "2026-06-08");
        put("MAN-26", "Identity Center export October 2026", "2026-10-30");
    }

    private Documents() {}

    /** Which accounts the documents on scope name: a register. */
    static String scopes() {
        Entries entries = new Entries();
        for (String document : new String[] {"MAN-01", "MAN-12", "MAN-17"}) {
            String dated = CURRENT.get(document)[1];
            for (String account : new String[] {Accounts.CLAIMS, Accounts.PORTAL}) {
                entries.signed(
                        Entries.SECURITY_OFFICIAL,
                        dated,
                        "In the chapter on scope",
                        "document",
                        document,
                        "account",
                        account,
                        "dated",
                        dated);
            }
        }
        return entries.yaml();
    }

    /** What the report that was read leaves to its customers: a register. */
    static String duties() {
        Entries entries = new Entries();
        duty(
                entries,
                "Users get the access that their work needs, and lose it when they leave",
                "IAM-16",
                "Human Resources");
        duty(entries, "People sign in with a second factor", "IAM-01", "Identity Lead");
        duty(entries, "Data that must not be read by others is encrypted", "ENC-02", "Platform Lead");
        duty(
                entries,
                "What happens in the accounts is recorded, and somebody reviews it",
                "MAN-04",
                "Security Official");
        duty(entries, "Data is backed up, and restoring it is tried", "BK-05", "Platform Lead");
        return entries.yaml();
    }

    private static void duty(Entries entries, String duty, String shownBy, String owner) {
        entries.signed(
                Entries.SECURITY_OFFICIAL,
                "2026-06-08",
                "Worksheet MAN-25",
                "duty",
                duty,
                "report",
                "SOC 2 Type 2 Report",
                "version",
                "7",
                "shown_by",
                shownBy,
                "owner",
                owner);
    }

    private static void put(String id, String title, String approved) {
        CURRENT.put(id, new String[] {title, approved});
    }
}
