package io.exhibit.collect;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Through which every call of a collector goes: an answer becomes evidence, a failure becomes a gap.
 */
public interface Capture {

    /**
     * Asks once.
     *
     * @return the answer, or empty when it ended as a fact or a gap (both are on record)
     */
    <T> Optional<T> ask(Call call, Supplier<T> request);

    /**
     * Asks page after page, until there is no next token. A repeated token, an endless list or a failure ends it as a gap.
     *
     * @param request makes the request for a page token; the token is {@code null} for the first page
     * @param next takes the next token out of an answer; {@code null} or "" ends the list
     * @param each sees every page as it comes; pages are not kept
     * @return whether every page came
     */
    <T> boolean pages(Call call, Function<String, T> request, Function<T, String> next, Consumer<T> each);

    /**
     * The token of a page that says whether more follows; it is not believed to be the last one when it says that more
     * follows and not where.
     *
     * @param more may be {@code null}, then the token alone tells
     * @param token {@code null} or "" for none
     */
    static String next(Boolean more, String token) {
        boolean named = token != null && !token.isEmpty();
        if (Boolean.FALSE.equals(more)) {
            return "";
        }
        return more != null && !named ? PageCount.NOWHERE : token;
    }

    /** Puts on record why a call is not even made. */
    void without(Call call, Cause cause, String why);
}
