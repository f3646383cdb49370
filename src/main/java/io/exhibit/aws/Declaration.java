package io.exhibit.aws;

import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Operation.Protocol;
import io.exhibit.evidence.Reading;
import java.util.List;
import java.util.Set;

/**
 * Short forms in which the sources declare what they call and how it reads. An operation needs the IAM action of its own
 * name unless it says otherwise; the record type of a reading is named by the reading's key.
 */
public final class Declaration {

    private Declaration() {}

    /** An operation of the query protocol: its answer is XML (IAM, STS, RDS and the like). */
    public static Operation query(String name, String key, String... carriers) {
        return operation(name, Protocol.QUERY, key, carriers);
    }

    /** An operation of EC2's own query protocol, in which lists stand otherwise. */
    public static Operation ec2(String name, String key, String... carriers) {
        return operation(name, Protocol.EC2, key, carriers);
    }

    /** An operation of the JSON protocol, which is named in a head of the request. */
    public static Operation json(String name, String key, String... carriers) {
        return operation(name, Protocol.JSON, key, carriers);
    }

    /** An operation that is named by its path and answers in JSON. */
    public static Operation rest(String name, String key, String... carriers) {
        return operation(name, Protocol.REST_JSON, key, carriers);
    }

    /** @param root the element that the answer is: one of the carriers, or what holds them */
    public static Operation xml(String name, String root, String key, String... carriers) {
        return new Operation(name, Protocol.REST_XML, List.of(carriers), key, List.of(name), Set.of(), root);
    }

    /** @param members of the document that comes back, which it must have */
    public static Operation document(String name, String... members) {
        return operation(name, Protocol.REST_DOCUMENT, "", members);
    }

    /** The same operation under other IAM actions; none for what everybody may ask. */
    public static Operation permitted(Operation o, String... permissions) {
        return new Operation(o.name(), o.protocol(), o.carriers(), o.key(), List.of(permissions), o.facts(), o.root());
    }

    /** The same operation with error codes that are facts and no gaps, such as {@code NoSuchEntity}. */
    public static Operation facts(Operation o, String... codes) {
        return new Operation(o.name(), o.protocol(), o.carriers(), o.key(), o.permissions(), Set.of(codes), o.root());
    }

    /** Items read as they stand in the carrier. */
    public static Reading reading(String key, String title, String keyMember, String carrier, List<String> population) {
        return new Reading(key, title, key, keyMember, population, carrier, List.of(), "");
    }

    /** Items of the carrier with the answers of their detail calls joined to them. */
    public static Reading joined(Reading r, String... details) {
        return new Reading(
                r.key(),
                r.title(),
                r.type(),
                r.keyMember(),
                r.population(),
                r.carrier(),
                List.of(details),
                r.derivation());
    }

    /** Items, or some of their members, that are made from the raw documents. */
    public static Reading derived(Reading r) {
        return new Reading(
                r.key(), r.title(), r.type(), r.keyMember(), r.population(), r.carrier(), r.details(), r.key());
    }

    private static Operation operation(String name, Protocol protocol, String key, String... carriers) {
        return new Operation(name, protocol, List.of(carriers), key, List.of(name), Set.of());
    }
}
