package io.exhibit.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Suppression;
import io.exhibit.sandbox.world.Weakness;
import io.exhibit.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Amazon Inspector: what is scanned, and the findings of all statuses (REST JSON). */
final class Inspector2Api {
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            100,
            25,
            size -> invalid(
                    "1 validation error detected: Value '" + size
                            + "' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100"),
            invalid("The provided nextToken is not valid or has expired."));

    private final Supplier<World> world;
    private final Pages pages;

    private Inspector2Api(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        Inspector2Api api = new Inspector2Api(world, pages);
        InspectorCoverage coverage = new InspectorCoverage(world, pages);
        return new AwsService(
                "inspector2",
                Protocol.REST,
                "reason",
                "message",
                Wording.rest("ThrottlingException", "InternalServerException"),
                List.of(
                        Operation.route("BatchGetAccountStatus", "POST", "/status/batch/get", api::status),
                        Operation.pagedRoute("ListFindings", "POST", "/findings/list", api::findings),
                        Operation.pagedRoute("ListCoverage", "POST", "/coverage/list", coverage::list),
                        Operation.pagedRoute(
                                "ListCoverageStatistics", "POST", "/coverage/statistics/list", coverage::statistics),
                        Operation.pagedRoute("ListFilters", "POST", "/filters/list", api::filters)));
    }

    private Map<String, Object> status(Ask ask) {
        List<String> asked = new ArrayList<>();
        ask.json().path("accountIds").forEach(id -> asked.add(id.asText()));
        if (asked.isEmpty()) {
            asked.add(ask.account());
        }
        List<String> visible = visible(ask);
        return Tree.of(
                "accounts",
                asked.stream()
                        .filter(visible::contains)
                        .map(id -> state(id, world.get().scanning(id, ask.region())))
                        .toList(),
                "failedAccounts",
                asked.stream()
                        .filter(id -> !visible.contains(id))
                        .map(id -> Tree.of(
                                "accountId",
                                id,
                                "errorCode",
                                "ACCESS_DENIED",
                                "errorMessage",
                                "Invoking account does not have access to this account"))
                        .toList());
    }

    private static Map<String, Object> state(String account, Map<String, Boolean> scanning) {
        Map<String, Object> types = Tree.of();
        scanning.forEach((type, on) -> types.put(type, Tree.of("status", on ? "ENABLED" : "DISABLED")));
        boolean any = scanning.containsValue(true);
        return Tree.of(
                "accountId", account, "resourceState", types, "state", Tree.of("status", any ? "ENABLED" : "DISABLED"));
    }

    private Map<String, Object> findings(Ask ask) {
        WeaknessFilter filter = WeaknessFilter.of(ask.json().path("filterCriteria"));
        List<List<Weakness>> lists = visible(ask).stream()
                .filter(filter::mayHold)
                .map(id -> world.get().weaknesses(id, ask.region()))
                .toList();
        List<Weakness> all = lists.size() == 1
                ? lists.get(0)
                : lists.stream().flatMap(List::stream).toList();
        if (filter.looksInside()) {
            all = all.stream().filter(filter::matches).toList();
        }
        Pages.Page<Weakness> page = pages.of(ask, RULE, all);
        return Tree.of(
                "findings", page.items().stream().map(WeaknessShapes::finding).toList(), "nextToken", page.next());
    }

    private Map<String, Object> filters(Ask ask) {
        Pages.Page<Suppression> page = pages.of(ask, RULE, world.get().weaknessFilters(ask.account(), ask.region()));
        return Tree.of(
                "filters",
                page.items().stream()
                        .map(filter -> WeaknessShapes.filter(ask, filter))
                        .toList(),
                "nextToken",
                page.next());
    }

    private List<String> visible(Ask ask) {
        return visible(world.get(), ask);
    }

    /** The delegated administrator sees all members. */
    static List<String> visible(World world, Ask ask) {
        return ask.account().equals(Accounts.SECURITY)
                ? world.accounts().stream()
                        .filter(Account::active)
                        .map(Account::id)
                        .toList()
                : List.of(ask.account());
    }

    static AwsError invalid(String message) {
        return new AwsError(400, "ValidationException", message, "FIELD_VALIDATION_FAILED");
    }

    /** A string filter as the API has it: any of the listed comparisons may hold. */
    static boolean any(JsonNode filters, String value) {
        for (JsonNode each : filters) {
            String wanted = each.path("value").asText();
            boolean holds = switch (each.path("comparison").asText()) {
                case "EQUALS" -> value.equals(wanted);
                case "PREFIX" -> value.startsWith(wanted);
                case "NOT_EQUALS" -> !value.equals(wanted);
                default -> throw invalid("comparison is not one of EQUALS, PREFIX, NOT_EQUALS");
            };
            if (holds) {
                return true;
            }
        }
        return false;
    }
}
