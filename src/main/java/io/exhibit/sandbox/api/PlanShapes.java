package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.BackupPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Backup plans as AWS Backup writes them: shortly in a list, with their rules one by one. */
final class PlanShapes {
    private static final Instant MADE = Instant.parse("2025-01-20T10:00:00Z");

    private PlanShapes() {}

    static Map<String, Object> listed(Ask ask, BackupPlan plan) {
        return Tree.of(
                "BackupPlanArn",
                "arn:aws:backup:" + ask.region() + ":" + ask.account() + ":backup-plan:" + plan.id(),
                "BackupPlanId",
                plan.id(),
                "CreationDate",
                MADE,
                "VersionId",
                "djE-" + plan.days(),
                "BackupPlanName",
                plan.name());
    }

    static Map<String, Object> whole(Ask ask, BackupPlan plan) {
        Map<String, Object> all = listed(ask, plan);
        all.remove("BackupPlanName");
        all.put("BackupPlan", Tree.of("BackupPlanName", plan.name(), "Rules", List.of(rule(ask, plan))));
        return all;
    }

    private static Map<String, Object> rule(Ask ask, BackupPlan plan) {
        Map<String, Object> kept = Tree.of("DeleteAfterDays", plan.days());
        String copies = "arn:aws:backup:" + plan.copy() + ":" + ask.account() + ":backup-vault:" + plan.vault();
        return Tree.of(
                "RuleName",
                "nightly",
                "TargetBackupVaultName",
                plan.vault(),
                "ScheduleExpression",
                "cron(0 5 ? * * *)",
                "ScheduleExpressionTimezone",
                "Etc/UTC",
                "StartWindowMinutes",
                60,
                "CompletionWindowMinutes",
                480,
                "Lifecycle",
                kept,
                "RuleId",
                plan.id(),
                "CopyActions",
                plan.copy().isEmpty() ? null : List.of(Tree.of("Lifecycle", kept, "DestinationBackupVaultArn", copies)),
                "EnableContinuousBackup",
                false);
    }
}
