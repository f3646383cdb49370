package io.exhibit.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.evidence.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * The least that the collecting role must be allowed: the actions that the sources declare, by service, none by wildcard.
 * (IAM JSON policy elements; a customer managed policy holds 6,144 characters without white space, IAM quotas.)
 */
public final class RolePolicy {

    /** Characters without white space. */
    static final int LIMIT = 6_144;

    /** Reading a document of AWS Artifact accepts its terms: only where a person has consented. */
    private static final List<String> BY_CONSENT = List.of("artifact:GetReport", "artifact:GetTermForReport");

    private final SortedMap<String, SortedSet<String>> services = new TreeMap<>();

    /** @param documents whether AWS Artifact's documents are fetched too */
    public RolePolicy(Collection<Source> sources, boolean documents) {
        for (Source source : sources) {
            for (String action : source.permissions()) {
                if (documents || !BY_CONSENT.contains(action)) {
                    services.computeIfAbsent(action.substring(0, action.indexOf(':')), s -> new TreeSet<>())
                            .add(action);
                }
            }
        }
    }

    /** Every action, in the order in which it is printed. */
    public List<String> actions() {
        return services.values().stream().flatMap(Collection::stream).toList();
    }

    /** The whole policy in one document, a statement for each service. */
    public ObjectNode document() {
        ObjectNode document = empty();
        services.forEach((service, actions) -> statements(document).add(statement(service, actions)));
        return document;
    }

    /** Whether one managed policy holds all of it. */
    public boolean fitsOneManagedPolicy() {
        return length(document()) <= LIMIT;
    }

    /** The same in managed policies, as few as the limit allows; whole services in each. */
    List<ObjectNode> managedPolicies() {
        List<ObjectNode> all = new ArrayList<>();
        ObjectNode last = null;
        for (Map.Entry<String, SortedSet<String>> service : services.entrySet()) {
            ObjectNode statement = statement(service.getKey(), service.getValue());
            if (last == null || length(last) + length(statement) + 1 > LIMIT) {
                last = empty();
                all.add(last);
            }
            statements(last).add(statement);
        }
        return all;
    }

    /**
     * What the account that the tool runs in needs beside: to take on the role in every other account.
     *
     * @param region any of the partition
     * @param signer ARN of the KMS key that signs, if one does
     */
    public static ObjectNode hub(String region, String role, Optional<String> signer) {
        String partition = PartitionMetadata.of(Region.of(region)).id();
        ObjectNode document = empty();
        statements(document)
                .addObject()
                .put("Sid", "TakeOnTheCollectingRole")
                .put("Effect", "Allow")
                .put("Action", "sts:AssumeRole")
                .put("Resource", "arn:" + partition + ":iam::*:role/" + role);
        signer.ifPresent(arn -> statements(document)
                .addObject()
                .put("Sid", "SignTheLog")
                .put("Effect", "Allow")
                .put("Action", "kms:Sign")
                .put("Resource", arn)
                .putObject("Condition")
                .putObject("StringEquals")
                .put("kms:SigningAlgorithm", "ED25519_SHA_512"));
        return document;
    }

    private static ObjectNode empty() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        document.putArray("Statement");
        return document;
    }

    private static ArrayNode statements(ObjectNode document) {
        return (ArrayNode) document.get("Statement");
    }

    private static ObjectNode statement(String service, SortedSet<String> actions) {
        ObjectNode statement = JsonNodeFactory.instance
                .objectNode()
                // A statement's id is letters and digits.
                .put("Sid", "Read" + service.replaceAll("[^a-z0-9]", ""))
                .put("Effect", "Allow");
        ArrayNode list = statement.putArray("Action");
        actions.forEach(list::add);
        return statement.put("Resource", "*");
    }

    private static int length(ObjectNode node) {
        return node.toString().length();
    }
}
