package io.exhibit.aws.organization;

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
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountResponse;

/** Who acts for the organization beside its management account: delegated administrators with their services, trusted services. */
public final class Delegations implements Collector {

    public static final Source SOURCE = new Source(
            "organizations.delegations",
            "Delegated administrators and trusted services",
            Scope.ORGANIZATION,
            List.of(
                    facts(
                            json("organizations:ListDelegatedAdministrators", "Id", "DelegatedAdministrators"),
                            Organizations.NOT_IN_USE),
                    json("organizations:ListDelegatedServicesForAccount", "ServicePrincipal", "DelegatedServices"),
                    facts(
                            json(
                                    "organizations:ListAWSServiceAccessForOrganization",
                                    "ServicePrincipal",
                                    "EnabledServicePrincipals"),
                            Organizations.NOT_IN_USE)),
            List.of(
                    joined(
                            reading(
                                    "organizations.delegated-administrators",
                                    "delegated administrators",
                                    "Id",
                                    "DelegatedAdministrators",
                                    List.of("organizations:ListDelegatedAdministrators")),
                            "organizations:ListDelegatedServicesForAccount"),
                    reading(
                            "organizations.trusted-services",
                            "trusted services",
                            "ServicePrincipal",
                            "EnabledServicePrincipals",
                            List.of("organizations:ListAWSServiceAccessForOrganization"))));

    private final AwsClients clients;

    public Delegations(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        OrganizationsClient client = clients.organizations();
        int size = clients.page(Organizations.PAGE);
        Set<String> administrators = new LinkedHashSet<>();
        capture.pages(
                Call.of("organizations:ListDelegatedAdministrators"),
                token -> client.listDelegatedAdministrators(
                        r -> r.maxResults(size).nextToken(token)),
                ListDelegatedAdministratorsResponse::nextToken,
                page -> page.delegatedAdministrators().forEach(account -> administrators.add(account.id())));
        for (String id : administrators) {
            capture.pages(
                    Call.of("organizations:ListDelegatedServicesForAccount", id),
                    token -> client.listDelegatedServicesForAccount(
                            r -> r.accountId(id).maxResults(size).nextToken(token)),
                    ListDelegatedServicesForAccountResponse::nextToken,
                    page -> {});
        }
        capture.pages(
                Call.of("organizations:ListAWSServiceAccessForOrganization"),
                token -> client.listAWSServiceAccessForOrganization(
                        r -> r.maxResults(size).nextToken(token)),
                ListAwsServiceAccessForOrganizationResponse::nextToken,
                page -> {});
    }
}
