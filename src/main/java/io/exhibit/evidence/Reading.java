package io.exhibit.evidence;

import java.util.List;

/**
 * One kind of record in a source's answers; mappings name it as their {@code source}.
 *
 * @param key such as {@code kms.keys}, {@code iam.role-trusts}
 * @param title what an item is called, in the plural: "users", "role trusts"
 * @param type name of its {@link RecordType}
 * @param keyMember member that names an item; unique within a target
 * @param population operations whose gap takes the whole population; the first one carries the items
 * @param carrier API member name of the list of items in its answers, or "" when the answer itself is the item
 * @param details operations whose answers are joined to an item by subject; a gap there makes that item inconclusive alone
 * @param derivation "" when the items are read as they stand, otherwise how they are made from the raw documents
 */
public record Reading(
        String key,
        String title,
        String type,
        String keyMember,
        List<String> population,
        String carrier,
        List<String> details,
        String derivation) {

    public Reading {
        population = List.copyOf(population);
        details = List.copyOf(details);
    }
}
