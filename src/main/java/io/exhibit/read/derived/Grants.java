package io.exhibit.read.derived;

import io.exhibit.read.policy.PolicyDocument;
import io.exhibit.read.policy.PolicyStatement;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.MalformedDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a user, group or role was granted.
 *
 * @param names of its policies, inline and managed
 * @param attached managed policies by ARN, with their names
 * @param allows action patterns that its inline policies allow on every resource, or on every one of a service
 */
record Grants(TreeSet<String> names, TreeMap<String, String> attached, TreeSet<String> allows) {

    private static final Pattern ANY = Pattern.compile("\\?*\\*[*?]*");

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

    /** Action patterns as written; "*", or all of the service that the resource names, for an Allow that names what it does not allow. */
    static TreeSet<String> allowed(String holder, String document) throws MalformedDocument {
        TreeSet<String> patterns = new TreeSet<>();
        for (PolicyStatement statement : PolicyDocument.read(holder, document)) {
            List<String> actions = statement.notActions().isEmpty() ? statement.actions() : List.of("*");
            if (statement.allows() && !statement.notResources().isEmpty()) {
                patterns.addAll(actions);
            } else if (statement.allows()) {
                statement.resources().stream()
                        .flatMap(resource -> everythingOf(resource).stream())
                        .forEach(service -> actions.forEach(a -> patterns.add(isAny(a) ? service : a)));
            }
        }
        return patterns;
    }

    /**
     * The actions that a resource pattern lets "*" stand for: "*" when it names everything, {@code iam:*} when it names
     * everything of IAM in every account and region ({@code arn:aws:iam::*:*}), nothing when it is narrower.
     */
    private static Optional<String> everythingOf(String resource) {
        if (isAny(resource)) {
            return Optional.of("*");
        }
        String[] parts = resource.split(":", 6);
        if (parts.length < 6 || !isAny(parts[4]) || !isAny(parts[5]) || !(parts[3].isEmpty() || isAny(parts[3]))) {
            return Optional.empty();
        }
        return Optional.of(isAny(parts[2]) ? "*" : parts[2] + ":*");
    }

    private static boolean isAny(String pattern) {
        return ANY.matcher(pattern).matches();
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
