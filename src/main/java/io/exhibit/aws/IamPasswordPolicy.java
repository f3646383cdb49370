package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** The password policy of an account; that there is none is a fact (NoSuchEntity). */
final class IamPasswordPolicy {

    static final Source SOURCE = new Source(
            "iam.password-policy",
            "IAM password policy",
            Scope.ACCOUNT,
            List.of(facts(query("iam:GetAccountPasswordPolicy", "", "PasswordPolicy"), "NoSuchEntity")),
            List.of(derived(reading(
                    "iam.password-policy",
                    "password policies",
                    "account",
                    "PasswordPolicy",
                    List.of("iam:GetAccountPasswordPolicy")))));

    private IamPasswordPolicy() {}
}
