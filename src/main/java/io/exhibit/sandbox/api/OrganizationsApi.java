package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Accounts.Place;
import io.exhibit.sandbox.world.ControlPolicy;
import io.exhibit.sandbox.world.Unit;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** AWS Organizations (JSON 1.1): for the management account and the delegated administrator; one call for everybody. */
final class OrganizationsApi {
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            20,
            20,
            size -> invalid("MAX_VALUE_EXCEEDED", "You provided a value that is not between 1 and 20."),
            invalid("INVALID_NEXT_TOKEN", "You provided an invalid next token or one that has expired."));

    private final Supplier<World> world;
    private final Pages pages;

    private OrganizationsApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        OrganizationsApi api = new OrganizationsApi(world, pages);
        DelegationApi delegation = new DelegationApi(world, api);
        return new AwsService(
                "organizations",
                Protocol.JSON,
                "AWSOrganizationsV20161128",
                "Message",
                Wording.json("TooManyRequestsException", "ServiceException"),
                List.of(
                        Operation.named("DescribeOrganization", api.member(api::organization)),
                        Operation.pagedNamed("ListRoots", api.administrator(api::roots)),
                        Operation.pagedNamed("ListOrganizationalUnitsForParent", api.administrator(api::units)),
                        Operation.pagedNamed("ListAccounts", api.administrator(api::accounts)),
                        Operation.pagedNamed("ListAccountsForParent", api.administrator(api::accountsBelow)),
                        Operation.pagedNamed("ListPolicies", api.administrator(api::policies)),
                        Operation.named("DescribePolicy", api.administrator(api::policy)),
                        Operation.pagedNamed("ListTargetsForPolicy", api.administrator(api::targets)),
                        Operation.pagedNamed(
                                "ListDelegatedAdministrators", api.administrator(delegation::administrators)),
                        Operation.pagedNamed(
                                "ListDelegatedServicesForAccount", api.administrator(delegation::services)),
                        Operation.pagedNamed(
                                "ListAWSServiceAccessForOrganization", api.administrator(delegation::trusted))));
    }

    private Map<String, Object> organization(Ask ask) {
        return Tree.of("Organization", OrganizationShapes.organization());
    }

    private Map<String, Object> roots(Ask ask) {
        return page(ask, "Roots", List.of(Place.ROOT), id -> OrganizationShapes.root());
    }

    private Map<String, Object> units(Ask ask) {
        return page(ask, "OrganizationalUnits", Unit.below(parent(ask)), OrganizationShapes::unit);
    }

    private Map<String, Object> accounts(Ask ask) {
        return page(ask, "Accounts", world.get().accounts(), OrganizationShapes::account);
    }

    private Map<String, Object> accountsBelow(Ask ask) {
        String parent = parent(ask);
        List<Account> below = world.get().accounts().stream()
                .filter(account -> account.parent().equals(parent))
                .toList();
        return page(ask, "Accounts", below, OrganizationShapes::account);
    }

    private Map<String, Object> policies(Ask ask) {
        String type = required(ask, "Filter");
        List<ControlPolicy> all =
                all().filter(policy -> policy.type().equals(type)).toList();
        return page(ask, "Policies", all, OrganizationShapes::policySummary);
    }

    private Map<String, Object> policy(Ask ask) {
        ControlPolicy policy = policyOf(ask);
        return Tree.of(
                "Policy",
                Tree.of("PolicySummary", OrganizationShapes.policySummary(policy), "Content", policy.content()));
    }

    private Map<String, Object> targets(Ask ask) {
        World today = world.get();
        return page(ask, "Targets", policyOf(ask).targets(), id -> OrganizationShapes.target(today, id));
    }

    private Stream<ControlPolicy> all() {
        return Stream.concat(world.get().controlPolicies().stream(), world.get().resourcePolicies().stream());
    }

    <T> Map<String, Object> page(Ask ask, String name, List<T> all, Function<T, Map<String, Object>> shape) {
        // Beyond four items: a short page, an empty one with a token, then the rest. AWS reserves the right to all
        // three.
        Pages.Page<T> page = pages.of(ask, RULE, all, (from, size) -> {
            boolean empty = from == 4 && pages.number(ask) == 2;
            return from == 0 && all.size() > 4 ? Math.min(size, 4) : empty ? from : from + size;
        });
        return Tree.of(name, page.items().stream().map(shape).toList(), "NextToken", page.next());
    }

    private ControlPolicy policyOf(Ask ask) {
        String id = required(ask, "PolicyId");
        return all().filter(policy -> policy.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AwsError(
                        400,
                        "PolicyNotFoundException",
                        "We can't find a policy with the PolicyId that you specified."));
    }

    private static String parent(Ask ask) {
        String id = required(ask, "ParentId");
        if (!Unit.exists(id)) {
            throw new AwsError(
                    400, "ParentNotFoundException", "We can't find a root or OU with the ParentId that you specified.");
        }
        return id;
    }

    static String required(Ask ask, String name) {
        return ask.member(name)
                .orElseThrow(() -> invalid("INPUT_REQUIRED", "You must include a value for " + name + "."));
    }

    private Function<Ask, Map<String, Object>> member(Function<Ask, Map<String, Object>> answer) {
        return ask -> {
            if (!world.get().organized()) {
                throw new AwsError(
                        400, "AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
            }
            return answer.apply(ask);
        };
    }

    private Function<Ask, Map<String, Object>> administrator(Function<Ask, Map<String, Object>> answer) {
        return member(ask -> {
            if (!List.of(Accounts.MANAGEMENT, Accounts.SECURITY).contains(ask.account())) {
                throw new AwsError(400, "AccessDeniedException", "You don't have permissions to access this resource.");
            }
            return answer.apply(ask);
        });
    }

    private static AwsError invalid(String reason, String message) {
        return new AwsError(400, "InvalidInputException", message, reason);
    }
}
