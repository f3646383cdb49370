package io.exhibit.aws.organization;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.organizations.model.PolicyType;

/**
 * The organization's resource control policies: what nobody may do to the resources of the accounts below, whoever allows it.
 * That there is no organization, or that it does not use the type, is a fact.
 */
public final class ResourceControlPolicies implements Collector {

    public static final Source SOURCE = new Source(
            "organizations.resource-policies",
            "Resource control policies",
            Scope.ORGANIZATION,
            List.of(
                    facts(
                            json("organizations:ListPolicies", "Id", "Policies"),
                            Organizations.NOT_IN_USE,
                            "PolicyTypeNotEnabledException"),
                    json("organizations:DescribePolicy", "PolicySummary", "Policy"),
                    json("organizations:ListTargetsForPolicy", "TargetId", "Targets")),
            List.of(derived(joined(
                    reading(
                            "organizations.resource-policies",
                            "resource control policies",
                            "Id",
                            "Policies",
                            List.of("organizations:ListPolicies")),
                    "organizations:DescribePolicy",
                    "organizations:ListTargetsForPolicy"))));

    private final AwsClients clients;

    public ResourceControlPolicies(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        PolicyListing.ask(
                clients.organizations(), capture, PolicyType.RESOURCE_CONTROL_POLICY, clients.page(Organizations.PAGE));
    }
}
