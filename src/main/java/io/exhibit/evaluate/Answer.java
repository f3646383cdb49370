package io.exhibit.evaluate;

/** What an expression says about a record: yes, no, or why nothing can be said. */
record Answer(boolean yes, String unknown) {

    static final Answer YES = new Answer(true, "");
    static final Answer NO = new Answer(false, "");

    static Answer unknown(String reason) {
        return new Answer(false, reason);
    }

    boolean known() {
        return unknown.isEmpty();
    }
}
