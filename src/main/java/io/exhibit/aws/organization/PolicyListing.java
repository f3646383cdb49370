package io.exhibit.aws.organization;

import io.exhibit.collect.Capture;
import io.exhibit.evidence.Call;
import java.util.LinkedHashSet;
import java.util.Set;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListPoliciesResponse;
import software.amazon.awssdk.services.organizations.model.ListTargetsForPolicyResponse;
import software.amazon.awssdk.services.organizations.model.PolicyType;

/** Policies of one type, each with its content and what it is attached to. */
final class PolicyListing {

    private PolicyListing() {}

    static void ask(OrganizationsClient client, Capture capture, PolicyType type, int size) {
        Set<String> policies = new LinkedHashSet<>();
        capture.pages(
                Call.of("organizations:ListPolicies"),
                token ->
                        client.listPolicies(r -> r.filter(type).maxResults(size).nextToken(token)),
                ListPoliciesResponse::nextToken,
                page -> page.policies().forEach(policy -> policies.add(policy.id())));
        for (String id : policies) {
            capture.ask(Call.of("organizations:DescribePolicy", id), () -> client.describePolicy(r -> r.policyId(id)));
            capture.pages(
                    Call.of("organizations:ListTargetsForPolicy", id),
                    token -> client.listTargetsForPolicy(
                            r -> r.policyId(id).maxResults(size).nextToken(token)),
                    ListTargetsForPolicyResponse::nextToken,
                    page -> {});
        }
    }
}
