package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Accounts.Place;
import io.exhibit.sandbox.world.ControlPolicy;
import io.exhibit.sandbox.world.Unit;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;

/** What Organizations shows of the organization, its root, units, accounts and policies. */
final class OrganizationShapes {
    private static final String ARN = "arn:aws:organizations::" + Accounts.MANAGEMENT + ":";
    private static final List<Map<String, Object>> TYPES = List.of(
            Tree.of("Type", "SERVICE_CONTROL_POLICY", "Status", "ENABLED"),
            Tree.of("Type", "RESOURCE_CONTROL_POLICY", "Status", "ENABLED"));

    private OrganizationShapes() {}

    static String organizationArn() {
        return ARN + "organization/" + Place.ORGANIZATION;
    }

    static Map<String, Object> organization() {
        return Tree.of(
                "Id",
                Place.ORGANIZATION,
                "Arn",
                organizationArn(),
                "FeatureSet",
                "ALL",
                "MasterAccountArn",
                accountArn(Accounts.MANAGEMENT),
                "MasterAccountId",
                Accounts.MANAGEMENT,
                "MasterAccountEmail",
                "aws+management@harborview-health.example",
                "AvailablePolicyTypes",
                TYPES);
    }

    static Map<String, Object> root() {
        return Tree.of("Id", Place.ROOT, "Arn", arn(Place.ROOT), "Name", "Root", "PolicyTypes", TYPES);
    }

    static Map<String, Object> unit(Unit unit) {
        return Tree.of("Id", unit.id(), "Arn", arn(unit.id()), "Name", unit.name(), "Path", Unit.path(unit.id()));
    }

    static Map<String, Object> account(Account account) {
        return Tree.of(
                "Id",
                account.id(),
                "Arn",
                accountArn(account.id()),
                "Email",
                account.email(),
                "Name",
                account.name(),
                "Status",
                account.state(),
                "State",
                account.state(),
                "Paths",
                List.of(Unit.path(account.parent()) + account.id() + "/"),
                "JoinedMethod",
                account.joinedMethod(),
                "JoinedTimestamp",
                account.joined());
    }

    static Map<String, Object> policySummary(ControlPolicy policy) {
        return Tree.of(
                "Id",
                policy.id(),
                "Arn",
                policy.arn(),
                "Name",
                policy.name(),
                "Description",
                policy.description(),
                "Type",
                policy.type(),
                "AwsManaged",
                policy.awsManaged());
    }

    static Map<String, Object> target(World world, String id) {
        if (id.startsWith("r-")) {
            return Tree.of("TargetId", id, "Arn", arn(id), "Name", "Root", "Type", "ROOT");
        }
        if (id.startsWith("ou-")) {
            String name = Unit.all().stream()
                    .filter(unit -> unit.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .name();
            return Tree.of("TargetId", id, "Arn", arn(id), "Name", name, "Type", "ORGANIZATIONAL_UNIT");
        }
        String name = world.account(id).map(Account::name).orElse(id);
        return Tree.of("TargetId", id, "Arn", accountArn(id), "Name", name, "Type", "ACCOUNT");
    }

    private static String accountArn(String id) {
        return ARN + "account/" + Place.ORGANIZATION + "/" + id;
    }

    private static String arn(String id) {
        return ARN + (id.startsWith("r-") ? "root/" : "ou/") + Place.ORGANIZATION + "/" + id;
    }
}
