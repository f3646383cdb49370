package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** The credential report: every user, password, key and MFA device of an account, as of a moment of its own. */
final class IamCredentialReport {

    static final Source SOURCE = new Source(
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

    private IamCredentialReport() {}
}
