package io.exhibit.collect;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The members by which an answer says whether more follows; both sets are empty for what comes in one piece.
 *
 * @param flags say yes or no, and on every page: a list without its flag might be any part of the whole
 * @param tokens lead to the next page, by wire name
 */
record Paging(Set<String> flags, Set<String> tokens) {

    private static final Set<String> FLAGS = Set.of("IsTruncated", "Truncated");
    private static final Set<String> TOKENS = Set.of("NextToken", "nextToken", "NextMarker", "ContinuationToken");

    /** What it is in older services; where there is a NextMarker beside it, it repeats the token that was sent. */
    private static final String MARKER = "Marker";

    /** @param members of the answer, by wire name */
    static Paging of(Set<String> members) {
        Set<String> tokens = among(members, TOKENS);
        boolean marker = members.contains(MARKER) && tokens.isEmpty();
        return new Paging(among(members, FLAGS), marker ? Set.of(MARKER) : tokens);
    }

    private static Set<String> among(Set<String> members, Set<String> names) {
        return members.stream().filter(names::contains).collect(Collectors.toUnmodifiableSet());
    }

    boolean names(String wire) {
        return flags.contains(wire) || tokens.contains(wire);
    }

    /** Whether the operation answers page by page. */
    boolean isPaged() {
        return !tokens.isEmpty();
    }
}
