package io.exhibit.read.derived;

import io.exhibit.read.policy.PolicyDocument;
import io.exhibit.read.policy.PolicyStatement;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.MalformedDocument;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a user, group or role was granted.
 *
 * @param names of its policies, inline and managed
 * @param attached managed policies by ARN, with their names
 * @param allows action patterns that its inline policies allow on every resource
 */
record Grants(TreeSet<String> names, TreeMap<String, String> attached, TreeSet<String> allows) {

    static Grants of(Holder holder, Item item) throws MalformedDocument {
        Grants grants = new Grants(new TreeSet<>(), new TreeMap<>(), new TreeSet<>());
        for (Item inline : item.items(holder.inlineList())) {
            String name = inline.text("PolicyName");
            grants.names().add(name);
            grants.allows().addAll(allowed(item.text("Arn") + ", policy " + name, inline.text("PolicyDocument")));
        }
        for (Item managed : item.items("AttachedManagedPolicies")) {
            grants.names().add(managed.text("PolicyName"));
            grants.attached().put(managed.text("PolicyArn"), managed.text("PolicyName"));
        }
        return grants;
    }

    /** Action patterns as written; "*" for an Allow that names what it does not allow. */
    static TreeSet<String> allowed(String holder, String document) throws MalformedDocument {
        TreeSet<String> patterns = new TreeSet<>();
        for (PolicyStatement statement : PolicyDocument.read(holder, document)) {
            boolean everywhere = statement.resources().contains("*")
                    || !statement.notResources().isEmpty();
            if (statement.allows() && everywhere) {
                patterns.addAll(statement.actions());
                if (!statement.notActions().isEmpty()) {
                    patterns.add("*");
                }
            }
        }
        return patterns;
    }

    Grants copy() {
        return new Grants(new TreeSet<>(names), new TreeMap<>(attached), new TreeSet<>(allows));
    }

    void add(Grants other) {
        names.addAll(other.names);
        attached.putAll((Map<String, String>) other.attached);
        allows.addAll(other.allows);
    }
}
