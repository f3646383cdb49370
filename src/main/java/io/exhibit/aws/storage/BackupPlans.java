package io.exhibit.aws.storage;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.ListBackupPlansResponse;

/**
 * Plans of AWS Backup with their rules: when, into which vault, for how long, and where copies go. Which resources a plan
 * reached is told by the protected resources.
 */
public final class BackupPlans implements Collector {

    public static final Source SOURCE = new Source(
            "backup.plans",
            "AWS Backup plans",
            Scope.REGION,
            List.of(
                    rest("backup:ListBackupPlans", "BackupPlanId", "BackupPlansList"),
                    rest("backup:GetBackupPlan", "", "BackupPlan")),
            List.of(joined(
                    reading(
                            "backup.plans",
                            "backup plans",
                            "BackupPlanId",
                            "BackupPlansList",
                            List.of("backup:ListBackupPlans")),
                    "backup:GetBackupPlan")));

    private static final int PAGE = 1000;

    private final AwsClients clients;

    public BackupPlans(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        BackupClient backup = clients.regional("backup", target, BackupClient::builder);
        Set<String> plans = new LinkedHashSet<>();
        capture.pages(
                Call.of("backup:ListBackupPlans"),
                token -> backup.listBackupPlans(
                        r -> r.maxResults(clients.page(PAGE)).nextToken(token)),
                ListBackupPlansResponse::nextToken,
                page -> page.backupPlansList().stream()
                        .map(BackupPlansListMember::backupPlanId)
                        .forEach(plans::add));
        for (String plan : plans) {
            capture.ask(Call.of("backup:GetBackupPlan", plan), () -> backup.getBackupPlan(r -> r.backupPlanId(plan)));
        }
    }
}
