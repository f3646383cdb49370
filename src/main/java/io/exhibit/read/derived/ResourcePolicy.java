package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.policy.PolicyDocument;
import io.exhibit.read.policy.PolicyStatement;
import io.exhibit.read.policy.Principal;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.MalformedDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A policy that says who may: one record for each of its statements and principals. */
final class ResourcePolicy {

    /** What every such record has, besides what it tells of the resource. */
    static final List<Member> MEMBERS = List.of(
            Made.text("sid"),
            Made.text("effect"),
            Made.text("principal_kind"),
            Made.text("principal"),
            Made.text("principal_account"),
            Made.flag("anyone"),
            Made.texts("actions"),
            Made.texts("not_actions"),
            Made.texts("resources"),
            Made.texts("not_resources"),
            Made.flag("has_condition"),
            Made.texts("condition_keys"),
            Made.text("condition"));

    private ResourcePolicy() {}

    /**
     * The records of a policy.
     *
     * @param arn of the resource; begins the key of each record
     * @param resource what each record tells of it
     * @throws MalformedDocument when it cannot be read, or a statement names no principal
     */
    static List<Map<String, Object>> read(String arn, String document, Map<String, Object> resource)
            throws MalformedDocument {
        List<Map<String, Object>> records = new ArrayList<>();
        for (PolicyStatement statement : PolicyDocument.read(arn, document)) {
            if (statement.principals().isEmpty()) {
                throw new MalformedDocument(arn + ", statement " + statement.label() + ": it names no principal");
            }
            for (Principal principal : statement.principals()) {
                records.add(record(arn, resource, statement, principal));
            }
        }
        return records;
    }

    private static Map<String, Object> record(
            String arn, Map<String, Object> resource, PolicyStatement statement, Principal principal) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", String.join(" ", arn, statement.label(), principal.kind(), principal.name()));
        members.putAll(resource);
        members.put("sid", statement.sid());
        members.put("effect", statement.effect());
        members.put("principal_kind", principal.kind());
        members.put("principal", principal.name());
        members.put("principal_account", principal.account());
        members.put("anyone", principal.anyone());
        members.put("actions", statement.actions());
        members.put("not_actions", statement.notActions());
        members.put("resources", statement.resources());
        members.put("not_resources", statement.notResources());
        condition(members, statement);
        return members;
    }

    /** Members of every statement's record, also of those that name no principal. */
    static void condition(Map<String, Object> into, PolicyStatement statement) {
        into.put("has_condition", statement.hasCondition());
        into.put("condition_keys", statement.conditionKeys());
        into.put("condition", statement.condition());
    }
}
