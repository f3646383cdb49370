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
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DocumentFormat;

/**
 * How Session Manager ends and logs the shell sessions of a region: its preferences are a document of a name that is fixed
 * (Systems Manager user guide, "Configure session preferences"). Where nobody has set any there is none, which is a fact.
 */
public final class SessionPreferences implements Collector {

    private static final String DOCUMENT = "SSM-SessionManagerRunShell";

    public static final Source SOURCE = new Source(
            "ssm.session-preferences",
            "Session Manager preferences",
            Scope.REGION,
            List.of(facts(json("ssm:GetDocument", "", "Name", "Content"), "InvalidDocument")),
            List.of(derived(reading(
                    "ssm.session-preferences",
                    "Session Manager preferences",
                    "account",
                    "",
                    List.of("ssm:GetDocument")))));

    private final AwsClients clients;

    public SessionPreferences(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        SsmClient ssm = clients.regional("ssm", target, SsmClient::builder);
        capture.ask(
                Call.of("ssm:GetDocument"),
                () -> ssm.getDocument(r -> r.name(DOCUMENT).documentFormat(DocumentFormat.JSON)));
    }
}
