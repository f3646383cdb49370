package io.exhibit.evaluate;

/** What an expression says about a record: yes, no, or why nothing can be said. */
record Answer(boolean yes, String unknown) {

    static final Answer YES = new Answer(true, "");
    static final Answer NO = new Answer(false, "");

    /** @throws IllegalArgumentException without a reason: such an answer would count as known, and as no */
    static Answer unknown(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("what is unknown needs a reason");
        }
        return new Answer(false, reason);
    }

    boolean known() {
        return unknown.isEmpty();
    }
}
