package io.exhibit.evidence;

import java.util.List;
import java.util.Set;

/**
 * An operation as a source uses it, and what an answer must hold to be believed.
 *
 * @param name service prefix of the IAM action and operation: {@code kms:ListKeys}
 * @param protocol how it travels
 * @param carriers API member names of the lists (or the structure) that the answer must carry; an answer without them is not the answer
 * @param key API member name that every item of the carriers (or the structure that is the carrier) must have, or "" when they hold plain values
 * @param permissions IAM actions that it needs
 * @param facts error codes that are an answer ("NoSuchEntity": no password policy)
 * @param root element that a REST_XML answer is, which its model names and the request does not; otherwise ""
 */
public record Operation(
        String name,
        Protocol protocol,
        List<String> carriers,
        String key,
        List<String> permissions,
        Set<String> facts,
        String root) {

    /** How an operation travels. */
    public enum Protocol {
        /** Form parameters out, XML back: {@code <ListUsersResponse><ListUsersResult>}. */
        QUERY,
        /** Form parameters out, XML back, EC2's dialect. */
        EC2,
        /** JSON 1.1 with X-Amz-Target. */
        JSON,
        /** REST paths, JSON bodies. */
        REST_JSON,
        /** REST paths, XML back, of which the root is a member of the answer or the answer itself. */
        REST_XML,
        /** REST paths; what comes back is itself a JSON document, the only member of the answer. */
        REST_DOCUMENT
    }

    public Operation {
        carriers = List.copyOf(carriers);
        permissions = List.copyOf(permissions);
        facts = Set.copyOf(facts);
        root = root == null ? "" : root;
    }

    /** An operation whose answer needs no name of its own. */
    public Operation(
            String name,
            Protocol protocol,
            List<String> carriers,
            String key,
            List<String> permissions,
            Set<String> facts) {
        this(name, protocol, carriers, key, permissions, facts, "");
    }

    /** "ListKeys" of {@code kms:ListKeys}. */
    public String shortName() {
        return name.substring(name.indexOf(':') + 1);
    }
}
