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

/** The password policy of an account; that there is none is a fact (NoSuchEntity). */
public final class IamPasswordPolicy implements Collector {

    public static final Source SOURCE = new Source(
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

    private final AwsClients clients;

    public IamPasswordPolicy(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        capture.ask(Call.of("iam:GetAccountPasswordPolicy"), () -> clients.iam().getAccountPasswordPolicy());
    }
}
