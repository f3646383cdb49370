package io.exhibit.assessment;

import java.time.Instant;
import java.util.List;

/**
 * A run judged by a book: a sealed day.
 *
 * @param run id of the run
 * @param at the start of the run; "now" in every expression
 * @param book digest of the book
 * @param judgements one for each assertion, ordered by id
 */
public record Assessment(String run, Instant at, String book, List<Judgement> judgements) {

    public Assessment {
        judgements = List.copyOf(judgements);
    }
}
