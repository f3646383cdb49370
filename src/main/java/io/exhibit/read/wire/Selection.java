package io.exhibit.read.wire;

import java.util.Set;

/**
 * What is wanted of an answer.
 *
 * @param streamed top-level members whose elements are handed over one at a time; a structure is handed over as one
 * @param rest whether the other members are kept; otherwise they are passed over unread
 * @param elements takes what is streamed
 */
public record Selection(Set<String> streamed, boolean rest, Elements elements) {

    /** The whole answer, nothing streamed. */
    public static final Selection WHOLE = new Selection(Set.of(), true, (member, value) -> {});

    /** Takes elements as they come. */
    @FunctionalInterface
    public interface Elements {
        void take(String member, Object value);
    }

    boolean streams(String member) {
        return streamed.contains(member);
    }
}
