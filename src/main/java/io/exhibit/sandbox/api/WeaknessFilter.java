package io.exhibit.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.world.Weakness;
import java.util.Map;
import java.util.function.Function;

/** Inspector's filter criteria, as far as they are simulated; any other criterion is refused rather than ignored. */
final class WeaknessFilter {
    private static final String ACCOUNT = "awsAccountId";
    private static final Map<String, Function<Weakness, String>> FIELDS = Map.of(
            "findingStatus", Weakness::status,
            "severity", Weakness::severity,
            "vulnerabilityId", Weakness::vulnerability,
            "resourceId", Weakness::resourceId,
            "resourceType", Weakness::resourceType,
            "findingArn", WeaknessShapes::arn);

    private final JsonNode criteria;

    private WeaknessFilter(JsonNode criteria) {
        this.criteria = criteria;
    }

    static WeaknessFilter of(JsonNode criteria) {
        criteria.properties().forEach(field -> {
            boolean known = FIELDS.containsKey(field.getKey()) || field.getKey().equals(ACCOUNT);
            if (!known
                    || !field.getValue().isArray()
                    || field.getValue().isEmpty()
                    || field.getValue().size() > 10) {
                throw Inspector2Api.invalid("The filter criterion " + field.getKey() + " is not valid.");
            }
        });
        return new WeaknessFilter(criteria);
    }

    /** Whether findings of the account can match at all. */
    boolean mayHold(String account) {
        return !criteria.has(ACCOUNT) || Inspector2Api.any(criteria.get(ACCOUNT), account);
    }

    boolean looksInside() {
        return criteria.properties().stream().anyMatch(field -> !field.getKey().equals(ACCOUNT));
    }

    boolean matches(Weakness weakness) {
        return criteria.properties().stream()
                .filter(field -> !field.getKey().equals(ACCOUNT))
                .allMatch(field -> Inspector2Api.any(
                        field.getValue(), FIELDS.get(field.getKey()).apply(weakness)));
    }
}
