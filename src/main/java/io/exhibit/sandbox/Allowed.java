package io.exhibit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.wire.Actions;
import io.exhibit.sandbox.wire.Ask;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The policy of every role, in force: an operation whose IAM action it does not name is denied. It knows no wildcards. */
final class Allowed {
    private final Set<String> actions = new HashSet<>();

    Allowed(JsonNode policy) {
        if (policy.path("Statement").isEmpty()) {
            throw new IllegalArgumentException("not an IAM policy: it has no Statement");
        }
        policy.path("Statement").forEach(statement -> {
            boolean plain = statement.path("Effect").asText().equals("Allow")
                    && statement.path("Resource").asText().equals("*")
                    && statement.path("Condition").isMissingNode();
            if (!plain) {
                throw new IllegalArgumentException(
                        "the sandbox enforces statements that allow actions on every resource, and no others");
            }
            statement.path("Action").forEach(action -> actions.add(action.asText()));
        });
    }

    boolean permits(Ask ask) {
        return Stream.of(Actions.of(ask.service(), ask.operation()), Actions.further(ask))
                .flatMap(Optional::stream)
                .allMatch(actions::contains);
    }
}
