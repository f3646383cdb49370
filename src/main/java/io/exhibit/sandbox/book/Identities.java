package io.exhibit.sandbox.book;

import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.User;
import io.exhibit.sandbox.world.World;

/** Which person or program each IAM user belongs to: one entry for each; the trainee's was forgotten. */
final class Identities {
    private final World end;

    Identities(World endOfMonth) {
        this.end = endOfMonth;
    }

    Entries entries() {
        Entries entries = new Entries();
        int number = 4700;
        for (Account account : end.accounts()) {
            for (User each : end.users(account.id())) {
                number++;
                String arn = Registers.user(account.id(), each.name());
                // Human Resources enters who is hired before that person comes.
                String since = each.name().equals("amara.okafor") ? "2026-10-05" : "2026-01-12";
                if (each.name().equals("old.trainee")) {
                    continue;
                }
                if (each.password().isPresent() || each.name().equals("j.lindqvist")) {
                    entries.signed(People.HUMAN_RESOURCES, since, "Employee", "user", arn, "person", "HR-" + number);
                } else {
                    entries.signed(
                            People.PLATFORM_LEAD,
                            since,
                            "Program",
                            "user",
                            arn,
                            "service",
                            each.name(),
                            "owner",
                            "HR-4704");
                }
            }
        }
        return entries.signed(
                People.PLATFORM_LEAD,
                "2026-08-01",
                "Program",
                "user",
                Registers.user(Accounts.PORTAL, "tmp-migration"),
                "service",
                "Data migration",
                "owner",
                "HR-4704");
    }
}
