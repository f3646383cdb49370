package io.exhibit.assessment;

/** The conclusion of a test; a roll-up is the maximum. */
public enum Verdict {
    NOT_APPLICABLE,
    PASS,
    MANUAL,
    INCONCLUSIVE,
    FAIL;

    /** The graver of two, which is how verdicts roll up. */
    public Verdict max(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The word that people read. */
    public String words() {
        return name().replace('_', ' ');
    }
}
