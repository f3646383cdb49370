package io.exhibit.aws.organization;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.account.AccountClient;

/**
 * Whether an account has somebody whom AWS reaches about its bills, its running and its security; that it has nobody is a
 * fact (ResourceNotFoundException). Who that is never leaves the capture.
 */
public final class AlternateContacts implements Collector {

    private static final String CONTACT = "account:GetAlternateContact";

    public static final Source SOURCE = new Source(
            "account.alternate-contacts",
            "Alternate contacts",
            Scope.ACCOUNT,
            List.of(facts(rest(CONTACT, "AlternateContactType", "AlternateContact"), "ResourceNotFoundException")),
            List.of(derived(reading(
                    "account.alternate-contacts",
                    "alternate contacts",
                    "AlternateContactType",
                    "AlternateContact",
                    List.of(CONTACT)))));

    private static final List<String> TYPES = List.of("BILLING", "OPERATIONS", "SECURITY");

    private final AwsClients clients;

    public AlternateContacts(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        AccountClient account = clients.global("account", AccountClient::builder);
        for (String type : TYPES) {
            capture.ask(Call.of(CONTACT, type), () -> account.getAlternateContact(r -> r.alternateContactType(type)));
        }
    }
}
