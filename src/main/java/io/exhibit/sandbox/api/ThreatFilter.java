package io.exhibit.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.world.Threat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** GuardDuty's finding criteria: every named field must meet its condition; an unknown field is refused. */
final class ThreatFilter {
    private static final String ACCOUNT = "accountId";
    private static final Map<String, Function<Threat, Object>> FIELDS = Map.of(
            ACCOUNT,
            Threat::account,
            "region",
            Threat::region,
            "id",
            Threat::id,
            "type",
            Threat::type,
            "severity",
            Threat::severity,
            "updatedAt",
            threat -> threat.updated().toEpochMilli(),
            "service.archived",
            threat -> String.valueOf(threat.archived()));

    private final JsonNode criterion;

    private ThreatFilter(JsonNode criterion) {
        this.criterion = criterion;
    }

    static ThreatFilter of(JsonNode criterion) {
        criterion.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.containsKey(name)) {
                throw GuardDutyApi.bad(
                        "The request is rejected because the parameter findingCriteria has an invalid value.");
            }
        });
        return new ThreatFilter(criterion);
    }

    /** Whether findings of the account can match at all. */
    boolean mayHold(String account) {
        return !criterion.has(ACCOUNT) || meets(account, criterion.get(ACCOUNT));
    }

    boolean looksInside() {
        return criterion.properties().stream().anyMatch(field -> !field.getKey().equals(ACCOUNT));
    }

    boolean matches(Threat threat) {
        return criterion.properties().stream()
                .allMatch(field -> meets(FIELDS.get(field.getKey()).apply(threat), field.getValue()));
    }

    private static boolean meets(Object value, JsonNode condition) {
        return listed(value, condition, "equals", "eq", true)
                && !listed(value, condition, "notEquals", "neq", false)
                && (!(value instanceof Number number) || within(number.doubleValue(), condition));
    }

    private static boolean listed(Object value, JsonNode condition, String name, String oldName, boolean otherwise) {
        JsonNode list = condition.has(name) ? condition.get(name) : condition.path(oldName);
        return list.isArray()
                ? StreamSupport.stream(list.spliterator(), false)
                        .anyMatch(each -> each.asText().equals(value.toString()))
                : otherwise;
    }

    private static boolean within(double value, JsonNode condition) {
        return value >= bound(condition, "greaterThanOrEqual", "gte", Double.NEGATIVE_INFINITY)
                && value <= bound(condition, "lessThanOrEqual", "lte", Double.POSITIVE_INFINITY)
                && value > bound(condition, "greaterThan", "gt", Double.NEGATIVE_INFINITY)
                && value < bound(condition, "lessThan", "lt", Double.POSITIVE_INFINITY);
    }

    private static double bound(JsonNode condition, String name, String oldName, double none) {
        return condition.path(name).asDouble(condition.path(oldName).asDouble(none));
    }
}
