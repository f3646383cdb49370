package io.exhibit.aws.storage;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.ListBackupVaultsResponse;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesResponse;
import software.amazon.awssdk.services.backup.model.ListRestoreJobsResponse;

/**
 * AWS Backup: vaults with their locks and how many recovery points they hold, the last backup of each resource, and the
 * restore jobs of the last 400 days, so that a yearly test of restoring is among them as far as AWS keeps jobs.
 */
public final class BackupVaults implements Collector {

    public static final Source SOURCE = new Source(
            "backup.vaults",
            "AWS Backup",
            Scope.REGION,
            List.of(
                    rest("backup:ListBackupVaults", "BackupVaultName", "BackupVaultList"),
                    rest("backup:ListProtectedResources", "ResourceArn", "Results"),
                    rest("backup:ListRestoreJobs", "RestoreJobId", "RestoreJobs")),
            List.of(
                    reading(
                            "backup.vaults",
                            "backup vaults",
                            "BackupVaultName",
                            "BackupVaultList",
                            List.of("backup:ListBackupVaults")),
                    reading(
                            "backup.protected-resources",
                            "resources with a backup",
                            "ResourceArn",
                            "Results",
                            List.of("backup:ListProtectedResources")),
                    reading(
                            "backup.restore-jobs",
                            "restore jobs",
                            "RestoreJobId",
                            "RestoreJobs",
                            List.of("backup:ListRestoreJobs"))));

    private static final Duration REMEMBERED = Duration.ofDays(400);
    private static final int PAGE = 1000;

    private final AwsClients clients;

    public BackupVaults(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        BackupClient backup = clients.regional("backup", target, BackupClient::builder);
        Instant since = clients.clock().instant().truncatedTo(ChronoUnit.DAYS).minus(REMEMBERED);
        capture.pages(
                Call.of("backup:ListBackupVaults"),
                token -> backup.listBackupVaults(
                        r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListBackupVaultsResponse::nextToken,
                page -> {});
        capture.pages(
                Call.of("backup:ListProtectedResources"),
                token -> backup.listProtectedResources(
                        r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListProtectedResourcesResponse::nextToken,
                page -> {});
        capture.pages(
                Call.of("backup:ListRestoreJobs"),
                token -> backup.listRestoreJobs(r ->
                        r.byCreatedAfter(since).maxResults(clients.page(PAGE)).nextToken(token)),
                ListRestoreJobsResponse::nextToken,
                page -> {});
    }
}
