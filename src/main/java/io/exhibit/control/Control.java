package io.exhibit.control;

import java.util.List;

/**
 * One unit of a framework: a standard or an implementation specification.
 *
 * @param citation such as {@code 164.312(d)}
 * @param parent citation of the standard that a specification belongs to, or ""
 * @param section heading of its part of the rule: "Technical safeguards"
 * @param text the words of the law
 * @param responsibility such as "customer", "shared", "AWS data centres; the entity's own premises", "conditional"
 * @param ocr key activity of the OCR audit protocol that asks about it, or ""
 * @param nist NIST SP 800-53 controls of the crosswalk
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
        String ocr,
        List<String> nist,
        String condition,
        String unseen,
        String owner) {

    public Control {
        nist = List.copyOf(nist);
    }

    /** 45 CFR 164.306(c), (d). */
    public enum Obligation {
        STANDARD,
        REQUIRED,
        ADDRESSABLE
    }
}
