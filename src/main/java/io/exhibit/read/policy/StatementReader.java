package io.exhibit.read.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.exhibit.read.records.MalformedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads one statement: each element may be single or a list, and be turned round by "Not". */
final class StatementReader {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Set<String> ELEMENTS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");
    private static final Set<String> KINDS = Set.of("AWS", "Service", "Federated", "CanonicalUser");

    private final String place;
    private final JsonNode statement;

    StatementReader(String place, JsonNode statement) {
        this.place = place;
        this.statement = statement;
    }

    PolicyStatement read(String ordinal, Set<String> labels) throws MalformedDocument {
        if (!statement.isObject()) {
            throw malformed("a statement is no object");
        }
        for (String name : (Iterable<String>) statement::fieldNames) {
            if (!ELEMENTS.contains(name)) {
                throw malformed("a statement has no element " + name);
            }
        }
        String effect = statement.path("Effect").asText();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw malformed("Effect is neither Allow nor Deny");
        }
        String sid = statement.path("Sid").asText();
        String label = !sid.isEmpty() && labels.add(sid) ? sid : "#" + ordinal;
        List<String> actions = texts("Action");
        List<String> notActions = texts("NotAction");
        if (actions.isEmpty() && notActions.isEmpty()) {
            throw malformed("it names no action");
        }
        return new PolicyStatement(
                label,
                sid,
                effect,
                principals(effect.equals("Allow")),
                actions,
                notActions,
                texts("Resource"),
                texts("NotResource"),
                condition(),
                conditionKeys());
    }

    private List<String> texts(String element) throws MalformedDocument {
        return texts(element, statement.path(element));
    }

    private List<String> texts(String element, JsonNode written) throws MalformedDocument {
        List<String> out = new ArrayList<>();
        for (JsonNode one : written.isArray() ? written : List.of(written)) {
            if (one.isTextual()) {
                out.add(one.textValue());
            } else if (!one.isMissingNode()) {
                throw malformed(element + " holds something that is no text");
            }
        }
        return out;
    }

    private List<Principal> principals(boolean allow) throws MalformedDocument {
        JsonNode not = statement.path("NotPrincipal");
        if (!not.isMissingNode()) {
            Set<String> names = new TreeSet<>();
            written("NotPrincipal", not).forEach(p -> names.add(p.name()));
            return List.of(Principal.everyoneBut(String.join(", ", names), allow));
        }
        JsonNode principal = statement.path("Principal");
        return principal.isMissingNode() ? List.of() : written("Principal", principal);
    }

    private List<Principal> written(String element, JsonNode principal) throws MalformedDocument {
        if (principal.isTextual() && principal.textValue().equals("*")) {
            return List.of(Principal.everyone());
        }
        if (!principal.isObject()) {
            throw malformed(element + " is neither \"*\" nor an object");
        }
        List<Principal> out = new ArrayList<>();
        for (Map.Entry<String, JsonNode> kind : principal.properties()) {
            if (!KINDS.contains(kind.getKey())) {
                throw malformed("there is no kind of principal " + kind.getKey());
            }
            for (String name : texts(element, kind.getValue())) {
                out.add(Principal.of(kind.getKey(), name));
            }
        }
        return out.stream().distinct().toList();
    }

    private String condition() throws MalformedDocument {
        JsonNode condition = statement.path("Condition");
        if (condition.isMissingNode() || condition.isObject() && condition.isEmpty()) {
            return "";
        }
        try {
            return CANONICAL.writeValueAsString(CANONICAL.treeToValue(condition, Object.class));
        } catch (JsonProcessingException e) {
            throw malformed("its Condition cannot be read");
        }
    }

    private List<String> conditionKeys() throws MalformedDocument {
        Set<String> keys = new TreeSet<>();
        JsonNode condition = statement.path("Condition");
        if (!condition.isMissingNode() && !condition.isObject()) {
            throw malformed("Condition is no object");
        }
        for (JsonNode operator : condition) {
            if (!operator.isObject()) {
                throw malformed("an operator of Condition is no object");
            }
            operator.fieldNames().forEachRemaining(keys::add);
        }
        return List.copyOf(keys);
    }

    private MalformedDocument malformed(String why) {
        return new MalformedDocument(place + ": " + why);
    }
}
