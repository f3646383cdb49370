package io.exhibit.read.derived;

import io.exhibit.read.policy.PolicyStatement;
import io.exhibit.read.policy.Principal;
import java.util.Map;

/** Members that records of policy statements share. */
final class StatementMembers {

    private StatementMembers() {}

    static void condition(Map<String, Object> into, PolicyStatement statement) {
        into.put("has_condition", statement.hasCondition());
        into.put("condition_keys", statement.conditionKeys());
        into.put("condition", statement.condition());
    }

    static void principal(Map<String, Object> into, Principal principal) {
        into.put("principal_kind", principal.kind());
        into.put("principal", principal.name());
        into.put("principal_account", principal.account());
        into.put("anyone", principal.anyone());
    }
}
