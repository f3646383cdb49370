package io.exhibit.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Coverage;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What Amazon Inspector scans or could scan, one by one and counted by a status. */
final class InspectorCoverage {
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            200,
            100,
            size -> Inspector2Api.invalid("maxResults must have value less than or equal to 200"),
            Inspector2Api.invalid("The provided nextToken is not valid or has expired."));
    private static final Map<String, Function<Coverage, String>> FIELDS = Map.of(
            "accountId", Coverage::account,
            "resourceType", Coverage::type,
            "resourceId", Coverage::id,
            "scanType", Coverage::scan,
            "scanStatusCode", InspectorCoverage::code,
            "scanStatusReason", Coverage::reason);
    private static final Map<String, Function<Coverage, String>> GROUPS = Map.of(
            "SCAN_STATUS_CODE", InspectorCoverage::code,
            "SCAN_STATUS_REASON", Coverage::reason,
            "ACCOUNT_ID", Coverage::account,
            "RESOURCE_TYPE", Coverage::type);

    private final Supplier<World> world;
    private final Pages pages;

    InspectorCoverage(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    Map<String, Object> list(Ask ask) {
        Pages.Page<Coverage> page = pages.of(ask, RULE, matching(ask));
        return Tree.of(
                "coveredResources",
                page.items().stream().map(InspectorCoverage::shape).toList(),
                "nextToken",
                page.next());
    }

    Map<String, Object> statistics(Ask ask) {
        List<Coverage> all = matching(ask);
        String asked = ask.member("groupBy").orElse("");
        if (!asked.isEmpty() && !GROUPS.containsKey(asked)) {
            throw Inspector2Api.invalid("groupBy is not one of " + GROUPS.keySet());
        }
        Map<String, Long> groups = asked.isEmpty()
                ? Map.of()
                : all.stream().collect(Collectors.groupingBy(GROUPS.get(asked), TreeMap::new, Collectors.counting()));
        Pages.Page<Map<String, Object>> page = pages.of(
                ask,
                RULE,
                groups.entrySet().stream()
                        .map(group -> Tree.of("count", group.getValue(), "groupKey", group.getKey()))
                        .toList());
        return Tree.of("countsByGroup", page.items(), "totalCounts", all.size(), "nextToken", page.next());
    }

    private List<Coverage> matching(Ask ask) {
        JsonNode criteria = ask.json().path("filterCriteria");
        criteria.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.containsKey(name)) {
                throw Inspector2Api.invalid("The sandbox does not filter coverage by " + name);
            }
        });
        return Inspector2Api.visible(world.get(), ask).stream()
                .flatMap(account -> world.get().coverage(account, ask.region()).stream())
                .filter(resource -> criteria.properties().stream()
                        .allMatch(field -> Inspector2Api.any(
                                field.getValue(), FIELDS.get(field.getKey()).apply(resource))))
                .toList();
    }

    private static Map<String, Object> shape(Coverage resource) {
        return Tree.of(
                "resourceType",
                resource.type(),
                "resourceId",
                resource.id(),
                "accountId",
                resource.account(),
                "scanType",
                resource.scan(),
                "scanStatus",
                Tree.of("statusCode", code(resource), "reason", resource.reason()));
    }

    private static String code(Coverage resource) {
        return resource.active() ? "ACTIVE" : "INACTIVE";
    }
}
