package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Restore;
import io.exhibit.sandbox.world.Stores;
import io.exhibit.sandbox.world.Vault;
import io.exhibit.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** AWS Backup: vaults, plans, resources with a backup, restore jobs (REST JSON). */
final class BackupApi {
    private static final Pages.Rule RULE = new Pages.Rule(
            1, 1000, 1000, size -> invalid("Invalid value for maxResults: " + size), invalid("Invalid nextToken"));

    private final Supplier<World> world;
    private final Pages pages;

    private BackupApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        BackupApi api = new BackupApi(world, pages);
        return new AwsService(
                "backup",
                Protocol.REST,
                "Type",
                "Message",
                Wording.rest("ThrottlingException", "ServiceUnavailableException"),
                List.of(
                        Operation.pagedRoute("ListBackupVaults", "GET", "/backup-vaults/?", api::vaults),
                        Operation.pagedRoute("ListBackupPlans", "GET", "/backup/plans/?", api::plans),
                        Operation.route("GetBackupPlan", "GET", "/backup/plans/[^/]+/?", api::plan),
                        Operation.pagedRoute("ListProtectedResources", "GET", "/resources/?", api::resources),
                        Operation.pagedRoute("ListRestoreJobs", "GET", "/restore-jobs/?", api::restores)));
    }

    private Map<String, Object> vaults(Ask ask) {
        return list(ask, "BackupVaultList", stores(ask).vaults(), vault -> vault(ask, vault));
    }

    private Map<String, Object> plans(Ask ask) {
        return list(ask, "BackupPlansList", stores(ask).plans(), plan -> PlanShapes.listed(ask, plan));
    }

    private Map<String, Object> plan(Ask ask) {
        String id = ask.segments().get(2);
        return stores(ask).plans().stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst()
                .map(plan -> PlanShapes.whole(ask, plan))
                .orElseThrow(() -> new AwsError(
                        400, "ResourceNotFoundException", "Failed reading Backup plan with provided id " + id));
    }

    private Map<String, Object> resources(Ask ask) {
        return list(
                ask,
                "Results",
                stores(ask).protectedResources(),
                arn -> Tree.of(
                        "ResourceArn",
                        arn,
                        "ResourceType",
                        arn.contains(":cluster:") ? "Aurora" : "RDS",
                        "ResourceName",
                        arn.substring(arn.lastIndexOf(':') + 1),
                        "LastBackupTime",
                        stores(ask).lastBackup()));
    }

    private Map<String, Object> restores(Ask ask) {
        Instant since = ask.member("createdAfter").map(Instant::parse).orElse(Instant.EPOCH);
        return list(
                ask,
                "RestoreJobs",
                stores(ask).restores().stream()
                        .filter(job -> job.created().isAfter(since))
                        .toList(),
                job -> restore(ask, job));
    }

    private Stores stores(Ask ask) {
        return world.get().stores(ask.account(), ask.region());
    }

    private static Map<String, Object> vault(Ask ask, Vault vault) {
        return Tree.of(
                "BackupVaultName",
                vault.name(),
                "BackupVaultArn",
                "arn:aws:backup:" + ask.region() + ":" + ask.account() + ":backup-vault:" + vault.name(),
                "VaultType",
                "BACKUP_VAULT",
                "NumberOfRecoveryPoints",
                vault.points(),
                "Locked",
                vault.locked(),
                "MinRetentionDays",
                vault.locked() ? 35 : null,
                "LockDate",
                vault.locked() ? Instant.parse("2026-02-01T00:00:00Z") : null);
    }

    private static Map<String, Object> restore(Ask ask, Restore job) {
        return Tree.of(
                "AccountId",
                ask.account(),
                "RestoreJobId",
                job.id(),
                "SourceResourceArn",
                job.resource(),
                "ResourceType",
                job.type(),
                "Status",
                "COMPLETED",
                "PercentDone",
                "100.00%",
                "CreationDate",
                job.created(),
                "CompletionDate",
                job.created().plusSeconds(3_540),
                "ValidationStatus",
                job.validation().isEmpty() ? null : job.validation());
    }

    private <T> Map<String, Object> list(Ask ask, String carrier, List<T> all, Function<T, Map<String, Object>> shape) {
        Pages.Page<T> page = pages.of(ask, RULE, all);
        return Tree.of(carrier, page.items().stream().map(shape).toList(), "NextToken", page.next());
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "InvalidParameterValueException", message);
    }
}
