package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Delegation;
import io.exhibit.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Of Organizations who acts for it: delegated administrators with their services, and trusted services. */
final class DelegationApi {
    private final Supplier<World> world;
    private final OrganizationsApi organizations;

    DelegationApi(Supplier<World> world, OrganizationsApi organizations) {
        this.world = world;
        this.organizations = organizations;
    }

    Map<String, Object> administrators(Ask ask) {
        Map<String, Delegation> first = new LinkedHashMap<>();
        world.get().administrators().forEach(each -> first.putIfAbsent(each.account(), each));
        return organizations.page(ask, "DelegatedAdministrators", List.copyOf(first.values()), this::administrator);
    }

    private Map<String, Object> administrator(Delegation delegation) {
        Account account = world.get().account(delegation.account()).orElseThrow();
        Map<String, Object> members = OrganizationShapes.account(account);
        // Where the account stands in the tree is not among what is said of an administrator.
        members.remove("Paths");
        members.put("DelegationEnabledDate", delegation.since());
        return members;
    }

    Map<String, Object> services(Ask ask) {
        String account = OrganizationsApi.required(ask, "AccountId");
        List<Delegation> all = world.get().administrators().stream()
                .filter(each -> each.account().equals(account))
                .toList();
        if (all.isEmpty()) {
            throw new AwsError(
                    400,
                    "AccountNotRegisteredException",
                    "The specified account is not a delegated administrator for this AWS service.");
        }
        return organizations.page(
                ask,
                "DelegatedServices",
                all,
                each -> Tree.of("ServicePrincipal", each.service(), "DelegationEnabledDate", each.since()));
    }

    Map<String, Object> trusted(Ask ask) {
        return organizations.page(
                ask,
                "EnabledServicePrincipals",
                world.get().trustedServices(),
                each -> Tree.of("ServicePrincipal", each.service(), "DateEnabled", each.since()));
    }
}
