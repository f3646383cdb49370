package io.exhibit.aws.identity;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/** The credential report: every user, password, key and MFA device of an account, as of a moment of its own. */
public final class IamCredentialReport implements Collector {

    public static final Source SOURCE = new Source(
            "iam.credential-report",
            "IAM credential report",
            Scope.ACCOUNT,
            List.of(
                    query("iam:GenerateCredentialReport", "", "State"),
                    query("iam:GetCredentialReport", "", "Content", "ReportFormat", "GeneratedTime")),
            List.of(
                    derived(reading(
                            "iam.credential-report",
                            "users",
                            "arn",
                            "Content",
                            List.of("iam:GetCredentialReport", "iam:GenerateCredentialReport"))),
                    derived(reading(
                            "iam.access-keys",
                            "access keys",
                            "key",
                            "Content",
                            List.of("iam:GetCredentialReport", "iam:GenerateCredentialReport"))),
                    derived(reading(
                            "iam.credential-report-state",
                            "credential reports",
                            "account",
                            "",
                            List.of("iam:GetCredentialReport", "iam:GenerateCredentialReport")))));

    private final AwsClients clients;
    private final ReportWait wait;

    public IamCredentialReport(AwsClients clients, ReportWait wait) {
        this.clients = clients;
        this.wait = wait;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        IamClient iam = clients.iam();
        ReportWait.Turn turn = wait.new Turn(target);
        capture.pages(
                Call.of("iam:GenerateCredentialReport"),
                question -> iam.generateCredentialReport(),
                answer -> answer.state() == ReportStateType.COMPLETE ? null : turn.next(),
                answer -> {});
        capture.ask(Call.of("iam:GetCredentialReport"), iam::getCredentialReport);
    }
}
