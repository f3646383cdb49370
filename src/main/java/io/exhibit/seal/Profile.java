package io.exhibit.seal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of what it rests on a pack shows. */
public enum Profile {
    /** All of it. */
    FULL("urn:exhibit:evidence-pack:1"),
    /** Names, which an auditor needs, and nothing that opens doors: no access key ids, mail addresses, IP addresses. */
    AUDITOR("urn:exhibit:evidence-pack-auditor:1"),
    /** Nothing by which the entity's accounts, people and resources are known. */
    PUBLIC("urn:exhibit:evidence-pack-public:1");

    private final String predicate;

    Profile(String predicate) {
        this.predicate = predicate;
    }

    /** Type of the statement about such a pack. */
    String predicate() {
        return predicate;
    }

    /** Whether names are replaced in what is handed out. */
    public boolean masks() {
        return this != FULL;
    }

    /** As it is written in settings: {@code auditor}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so, if any. */
    public static Optional<Profile> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }

    static Optional<Profile> ofPredicate(String type) {
        return Arrays.stream(values()).filter(p -> p.predicate.equals(type)).findFirst();
    }
}
