package io.exhibit.evaluate;

/**
 * A reading as {@code with} names it, and whose records stand beside an item: those of its own account, or with
 * {@code READING of management} those of the management account, or with {@code READING of organization} those of every
 * account in scope. What AWS shows in one account may be about all of them: an agreement, an analyzer.
 */
record Reach(String reading, Extent extent) {

    enum Extent {
        ACCOUNT,
        MANAGEMENT,
        ORGANIZATION
    }

    static Reach of(String written) {
        for (Extent extent : new Extent[] {Extent.MANAGEMENT, Extent.ORGANIZATION}) {
            String ending = extent == Extent.MANAGEMENT ? " of management" : " of organization";
            if (written.endsWith(ending)) {
                return new Reach(
                        written.substring(0, written.length() - ending.length()).strip(), extent);
            }
        }
        return new Reach(written, Extent.ACCOUNT);
    }
}
