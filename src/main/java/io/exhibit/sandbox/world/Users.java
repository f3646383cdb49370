package io.exhibit.sandbox.world;

import io.exhibit.sandbox.world.User.AccessKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who has an IAM user in which account, day by day. */
final class Users {
    private static final int CLAIMS_STORY = 11;

    private static final String INTAKE_READ = Documents.allow(
            "ReadIntake", List.of("s3:GetObject", "s3:ListBucket"), List.of("arn:aws:s3:::claims-intake*"));

    private final World world;

    private Users(World world) {
        this.world = world;
    }

    /** Sorted by name without regard to case, as IAM lists them. */
    static List<User> of(World world, Account account) {
        Users all = new Users(world);
        List<User> users = new ArrayList<>(
                switch (account.name()) {
                    case "management" -> all.management();
                    case "security" -> all.security();
                    case "claims-prod" -> all.claims();
                    case "portal-prod" -> all.portal();
                    case "sandbox" -> all.sandbox();
                    default ->
                        account.active()
                                ? List.of(all.person("operator", "2025-02-01T08:00:00Z", "operators"))
                                : List.of();
                });
        int further = Further.of(world.size(), account).users();
        for (int i = 1; i <= further; i++) {
            users.add(all.further(CLAIMS_STORY + i, account));
        }
        users.sort(Comparator.comparing(User::name, String.CASE_INSENSITIVE_ORDER));
        return List.copyOf(users);
    }

    private List<User> management() {
        return List.of(
                User.program("exhibit-collector", "2026-06-01T09:00:00Z", collectors(), "collectors"),
                person("m.delacroix", "2021-03-04T09:00:00Z", "administrators"),
                person("h.ibrahim", "2022-10-17T09:00:00Z", "billing"),
                User.person(
                        "break-glass-1", "2020-01-15T09:00:00Z", Story.at("2026-09-02T08:00:00Z"), "administrators"));
    }

    private List<User> security() {
        return List.of(
                person("s.nakamura", "2021-05-03T09:00:00Z", "security-staff"),
                person("t.adeyemi", "2023-02-20T09:00:00Z", "security-staff"),
                program("svc-siem-forwarder", "2023-06-12T10:00:00Z", "2026-08-24T10:00:00Z", "programs"));
    }

    private List<User> claims() {
        List<User> users = new ArrayList<>(List.of(
                person("l.hoang", "2021-08-30T08:00:00Z", "claims-staff"),
                person("r.svensson", "2022-02-14T08:00:00Z", "claims-staff"),
                person("d.kowalczyk", "2022-11-07T08:00:00Z", "claims-staff", "operators"),
                person("n.benali", "2023-04-24T08:00:00Z", "claims-staff")
                        .withAttached(Documents.aws("ReadOnlyAccess")),
                person("w.abebe", "2024-01-08T08:00:00Z", "operators"),
                person("c.oyelaran", "2025-06-02T08:00:00Z", "claims-staff"),
                exporter(),
                program("svc-edi-gateway", "2024-03-01T10:00:00Z", "2026-09-12T10:00:00Z", "programs"),
                backup(),
                // What a spreadsheet would take for a formula is a lawful IAM user name.
                program("=cmd-calc+A1@claims", "2025-11-11T11:11:11Z", "2026-09-01T10:00:00Z", "programs")
                        .withInline(Map.of("read-intake", INTAKE_READ))));
        if (world.since(Story.JOINER_HIRED)) {
            Instant hired = Story.JOINER_HIRED;
            users.add(User.person("amara.okafor", hired.toString(), hired.plusSeconds(1500), "claims-staff")
                    .withMfa(world.since(Story.JOINER_MFA))
                    .withTags(Map.of("team", "Claims intake", "Имя", "Амара Окафор", "名前", "アマラ")));
        }
        return users;
    }

    private List<User> portal() {
        List<User> users = new ArrayList<>(List.of(
                leaver(),
                world.holds(Story.ADMIN_ATTACHED)
                        ? person("p.ferreira", "2023-08-21T08:00:00Z", "portal-staff")
                                .withAttached(Documents.aws("AdministratorAccess"))
                        : person("p.ferreira", "2023-08-21T08:00:00Z", "portal-staff"),
                person("k.osei", "2022-05-09T08:00:00Z", "portal-staff"),
                person("y.tanaka", "2024-09-16T08:00:00Z", "portal-staff", "operators"),
                program("svc-portal-deploy", "2023-01-11T10:00:00Z", "2026-09-28T10:00:00Z", "programs")));
        if (!world.since(Story.MIGRATION_USER_REMOVED)) {
            users.add(program("tmp-migration", "2026-08-01T10:00:00Z", "2026-08-01T10:00:00Z", "programs"));
        }
        return users;
    }

    private List<User> sandbox() {
        String longest = "a-name-as-long-as-iam-allows-one-to-be-sixty-four-characters.end";
        return List.of(
                person("kiosk-demo", "2024-10-10T10:00:00Z", "demo").withMfa(false),
                person("v.popescu", "2023-03-13T08:00:00Z", "demo"),
                User.person("old.trainee", "2024-06-03T08:00:00Z", Story.at("2026-05-30T15:12:00Z"), "demo"),
                program(longest, "2025-07-07T07:07:07Z", "2026-09-30T07:07:07Z", "demo"));
    }

    private User exporter() {
        AccessKey old = used("svc-claims-export", !world.since(Story.OLD_KEY_OFF), Story.OLD_KEY_MADE);
        User user = program("svc-claims-export", "2023-05-15T10:00:00Z", Story.OLD_KEY_MADE.toString(), "programs");
        if (!world.since(Story.OLD_KEY_REPLACED)) {
            return user;
        }
        return user.withKeys(old, used("svc-claims-export-2", true, Story.OLD_KEY_REPLACED));
    }

    private User backup() {
        // Rotated on 2026-10-02 with an overlap of four days.
        AccessKey old =
                used("svc-backup", !world.since(Story.at("2026-10-06T10:00:00Z")), Story.at("2026-08-03T10:00:00Z"));
        User user = program("svc-backup", "2023-09-18T10:00:00Z", "2026-08-03T10:00:00Z", "programs");
        Instant rotated = Story.at("2026-10-02T10:00:00Z");
        return world.since(rotated) ? user.withKeys(old, used("svc-backup-2", true, rotated)) : user;
    }

    private User leaver() {
        Instant lastSeen = world.now().isBefore(Story.LEAVER_LEFT)
                ? LastUse.of(world, "leaver", 3)
                : Story.at("2026-10-05T14:20:00Z");
        Instant keyUsed =
                world.now().isBefore(Story.at("2026-10-17T03:00:00Z")) ? lastSeen : Story.at("2026-10-17T02:58:00Z");
        User user = User.person("j.lindqvist", "2022-01-10T08:00:00Z", lastSeen, "portal-staff")
                .withKeys(new AccessKey(
                        !world.since(Story.LEAVER_KEY_OFF),
                        Story.at("2026-08-11T09:00:00Z"),
                        Optional.of(keyUsed),
                        "eu-west-1",
                        "s3"));
        return world.since(Story.LEAVER_PASSWORD_OFF) ? user.withPassword(null).withMfa(false) : user;
    }

    private User further(int number, Account account) {
        String name = String.format(Locale.ROOT, "staff-%06d", number);
        Instant created = Story.at("2024-01-01T08:00:00Z")
                .plus(Duration.ofHours(world.digest().below(20_000, "created", name)));
        User user = User.person(name, created.toString(), LastUse.of(world, name, 30), staff(account));
        return world.digest().below(10, "key", name) == 0
                ? user.withKeys(used(name, true, Story.at("2026-08-20T08:00:00Z")))
                : user;
    }

    private static String staff(Account account) {
        return account.id().equals(Accounts.CLAIMS) ? "claims-staff" : "billing";
    }

    private User person(String name, String created, String... groups) {
        return User.person(name, created, LastUse.of(world, name, 6), groups);
    }

    private User program(String name, String created, String rotated, String... groups) {
        return User.program(name, created, used(name, true, Story.at(rotated)), groups);
    }

    /** Used at night, when the collector runs. */
    private AccessKey collectors() {
        Instant rotated = Story.at("2026-09-21T09:00:00Z");
        return new AccessKey(
                true, rotated, Optional.of(LastUse.collected(world)).filter(rotated::isBefore), "us-east-1", "iam");
    }

    /** A key that its program uses about daily; one that is off was last used before that. */
    private AccessKey used(String name, boolean active, Instant rotated) {
        Instant last = active ? LastUse.of(world, name, 1) : rotated.plus(Duration.ofDays(60));
        return new AccessKey(active, rotated, Optional.of(last).filter(rotated::isBefore), "us-east-1", "s3");
    }
}
