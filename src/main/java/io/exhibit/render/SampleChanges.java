package io.exhibit.render;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Change.Approved;
import io.exhibit.assessment.Change.Difference;
import io.exhibit.assessment.Change.How;
import io.exhibit.assessment.Change.Night;
import io.exhibit.assessment.Changes;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Changes as they might be: one of each kind of line that is printed, with names as hostile as AWS allows. */
final class SampleChanges {

    private static final String KEYS = "KMS keys";
    private static final String USERS = "IAM users";
    private static final String MEMBERSHIPS = "Groups of a user";

    private SampleChanges() {}

    static Changes all() {
        String account = SampleDays.ACCOUNTS.get(0).id();
        Target here = new Target(account, "us-east-1");
        Target everywhere = Target.global(account);
        return new Changes(
                Optional.of(night(9, 30)),
                List.of(
                        new Changes.Kind(USERS, "created", "gone", 1_204),
                        new Changes.Kind(MEMBERSHIPS, "", "", 1_204),
                        new Changes.Kind(KEYS, "created", "gone", 31)),
                List.of(
                        change(
                                USERS,
                                How.ADDED,
                                everywhere,
                                HostileNames.ALL.get(2),
                                4,
                                Optional.of(new Approved(
                                        "approved_changes",
                                        HostileNames.ALL.get(0),
                                        HostileNames.ALL.get(1),
                                        LocalDate.of(2026, 10, 9),
                                        "New in the team")),
                                new Difference("UserId", List.of(), List.of(), List.of("AIDAEXAMPLE")),
                                new Difference(
                                        "Tags.Value",
                                        List.of(HostileNames.ALL.get(5)),
                                        List.of(),
                                        List.of(HostileNames.ALL.get(6)))),
                        change(
                                USERS,
                                How.REMOVED,
                                everywhere,
                                "b.former",
                                17,
                                Optional.empty(),
                                new Difference("UserId", List.of(), List.of("AIDAEXAMPLE"), List.of())),
                        change(
                                KEYS,
                                How.CHANGED,
                                here,
                                "1234abcd-12ab-34cd-56ef-1234567890ab",
                                20,
                                Optional.of(new Approved(
                                        "approved_changes",
                                        "CHG-7",
                                        "Platform Lead",
                                        LocalDate.of(2026, 10, 2),
                                        "Rotation as SEC-03 asks for it")),
                                new Difference("KeyRotationEnabled", List.of(), List.of("false"), List.of("true")),
                                new Difference(
                                        "Policy",
                                        List.of(),
                                        List.of("Allow kms:Encrypt on * for *, Sid Workshop"),
                                        List.of("Deny " + "kms:ScheduleKeyDeletion, ".repeat(20) + "kms:Sign on *")))),
                List.of(new Changes.Unread(
                        KEYS,
                        "kms.keys",
                        here,
                        LocalDate.of(2026, 10, 13),
                        LocalDate.of(2026, 10, 15),
                        Optional.of(LocalDate.of(2026, 10, 12)),
                        Optional.of(LocalDate.of(2026, 10, 16)),
                        "kms:ListKeys: denied by a control policy of the organization")),
                List.of(new Changes.Begun(USERS, "iam.users", everywhere, LocalDate.of(2026, 10, 8), 12)),
                List.of(new Changes.Apart("a record of what happened, new every night", List.of("cloudtrail.events"))));
    }

    private static Change change(
            String kind,
            How how,
            Target target,
            String key,
            int day,
            Optional<Approved> approval,
            Difference... differences) {
        return new Change(
                kind,
                kind.equals(KEYS) ? "kms.keys" : "iam.users",
                how,
                target,
                key,
                "",
                night(10, day),
                night(10, day == 20 ? 18 : day - 1),
                List.of(differences),
                approval);
    }

    private static Night night(int month, int day) {
        LocalDate date = LocalDate.of(2026, month, day);
        Instant at = Instant.parse(date + "T06:15:00Z");
        return new Night(date, date + "T061500Z", at, at.plusSeconds(600));
    }
}
