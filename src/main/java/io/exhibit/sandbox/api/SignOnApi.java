package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.SignOn;
import io.exhibit.sandbox.world.Story;
import io.exhibit.sandbox.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** IAM Identity Center (JSON 1.1): every account sees the organization's instance, only its owner may look into it. */
final class SignOnApi {
    static final Pages.Rule RULE = new Pages.Rule(
            1,
            100,
            100,
            size -> invalid("1 validation error detected: Value '" + size
                    + "' at 'maxResults' failed to satisfy constraint: Member must be between 1 and 100"),
            invalid("Invalid pagination token."));

    private static final String PREFIX = "arn:aws:sso:::";

    private final Supplier<World> world;
    private final Pages pages;

    private SignOnApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        SignOnApi api = new SignOnApi(world, pages);
        return new AwsService(
                "sso",
                Protocol.JSON,
                "SWBExternalService",
                "Message",
                Wording.json("ThrottlingException", "InternalServerException"),
                List.of(
                        Operation.pagedNamed("ListInstances", api::instances),
                        Operation.pagedNamed("ListPermissionSets", api.owner(api::sets)),
                        Operation.named("DescribePermissionSet", api.owner(api::set)),
                        Operation.pagedNamed("ListAccountsForProvisionedPermissionSet", api.owner(api::accounts)),
                        Operation.pagedNamed("ListAccountAssignments", api.owner(api::assignments))));
    }

    private Map<String, Object> instances(Ask ask) {
        List<Map<String, Object>> all = new ArrayList<>();
        if (world.get().organized() && ask.region().equals(SignOn.REGION)) {
            all.add(Tree.of(
                    "CreatedDate", SignOn.CREATED,
                    "IdentityStoreId", SignOn.STORE,
                    "InstanceArn", PREFIX + "instance/" + SignOn.INSTANCE,
                    "OwnerAccountId", Accounts.MANAGEMENT,
                    "Status", "ACTIVE"));
        }
        if (world.get().signOn().ownInstance(ask.account(), ask.region())) {
            all.add(Tree.of(
                    "CreatedDate",
                    Story.OWN_SIGN_ON.from(),
                    "IdentityStoreId",
                    "d-9267exh1b2",
                    "InstanceArn",
                    PREFIX + "instance/" + SignOn.OWN_INSTANCE,
                    "Name",
                    "portal try-out",
                    "OwnerAccountId",
                    ask.account(),
                    "Status",
                    "ACTIVE"));
        }
        return page(ask, "Instances", all, Function.identity());
    }

    private Map<String, Object> sets(Ask ask) {
        return page(ask, "PermissionSets", world.get().signOn().sets(), this::arn);
    }

    private Map<String, Object> set(Ask ask) {
        String name = setOf(ask);
        return Tree.of(
                "PermissionSet",
                Tree.of(
                        "Name",
                        name,
                        "PermissionSetArn",
                        arn(name),
                        "Description",
                        name.equals("ClaimsOperator") ? "Runs claims & portal" : null,
                        "CreatedDate",
                        SignOn.CREATED.plus(Duration.ofDays(1)),
                        "SessionDuration",
                        "PT4H"));
    }

    private Map<String, Object> accounts(Ask ask) {
        return page(ask, "AccountIds", world.get().signOn().accounts(setOf(ask)), Function.identity());
    }

    private Map<String, Object> assignments(Ask ask) {
        SignOn signOn = world.get().signOn();
        String set = setOf(ask);
        String account = ask.member("AccountId").orElse("");
        List<SignOn.Assignment> all =
                signOn.accounts(set).contains(account) ? signOn.assignments(account, set) : List.of();
        return page(
                ask,
                "AccountAssignments",
                all,
                each -> Tree.of(
                        "AccountId", each.account(),
                        "PermissionSetArn", arn(each.set()),
                        "PrincipalType", each.group() ? "GROUP" : "USER",
                        "PrincipalId", IdentityStoreApi.id(world.get(), each.group(), each.principal())));
    }

    private String setOf(Ask ask) {
        String arn = ask.member("PermissionSetArn").orElse("");
        return world.get().signOn().sets().stream()
                .filter(set -> arn(set).equals(arn))
                .findFirst()
                .orElseThrow(() -> new AwsError(400, "ResourceNotFoundException", "PermissionSet not found."));
    }

    private String arn(String set) {
        String id = world.get().digest().hex("permission set", set, 16);
        return PREFIX + "permissionSet/" + SignOn.INSTANCE + "/ps-" + id;
    }

    private Function<Ask, Map<String, Object>> owner(Function<Ask, Map<String, Object>> answer) {
        return ask -> {
            String instance = ask.member("InstanceArn").orElse("");
            if (instance.endsWith(SignOn.OWN_INSTANCE)) {
                throw invalid("The operation is not supported for this Identity Center instance.");
            }
            if (!ask.account().equals(Accounts.MANAGEMENT)) {
                throw new AwsError(
                        400,
                        "AccessDeniedException",
                        "User: " + ask.caller().arn() + " is not authorized to perform: sso:" + ask.operation()
                                + " on resource: " + instance);
            }
            if (!ask.region().equals(SignOn.REGION) || !instance.endsWith(SignOn.INSTANCE)) {
                throw new AwsError(400, "ResourceNotFoundException", "Instance not found.");
            }
            return answer.apply(ask);
        };
    }

    private <T, R> Map<String, Object> page(Ask ask, String name, List<T> all, Function<T, R> shape) {
        Pages.Page<T> page = pages.of(ask, RULE, all);
        return Tree.of(name, page.items().stream().map(shape).toList(), "NextToken", page.next());
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "ValidationException", message);
    }
}
