package io.exhibit.control;

import java.util.Map;

/**
 * One unit of a framework: a standard or an implementation specification.
 *
 * @param citation such as {@code 164.312(d)}
 * @param parent citation of the standard that a specification belongs to, or ""
 * @param section heading of its part of the rule: "Technical safeguards"
 * @param text what it asks, in the words of its author or in our own ({@link Wording#quoted})
 * @param responsibility such as "customer", "shared", "AWS data centres; the entity's own premises", "conditional"
 * @param crosswalk where other catalogs ask about it, by name of the catalog
 * @param condition name of the entity fact on which a conditional unit depends, or ""
 * @param unseen what the tests of this unit cannot see, for people
 * @param owner from the organization's book, or ""
 */
public record Control(
        String citation,
        String parent,
        String section,
        String title,
        Obligation obligation,
        String text,
        String responsibility,
        Map<String, String> crosswalk,
        String condition,
        String unseen,
        String owner) {

    public Control {
        crosswalk = Map.copyOf(crosswalk);
    }

    /** The same with who answers for it. */
    public Control ownedBy(String person) {
        return new Control(
                citation,
                parent,
                section,
                title,
                obligation,
                text,
                responsibility,
                crosswalk,
                condition,
                unseen,
                person);
    }

    /** 45 CFR 164.306(c), (d). A framework that makes no difference has standards alone. */
    public enum Obligation {
        STANDARD,
        REQUIRED,
        ADDRESSABLE
    }
}
