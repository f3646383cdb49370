package io.exhibit.collect;

import io.exhibit.evidence.Exchange;
import java.time.Instant;
import java.util.List;

/**
 * One attempt as the client saw it on the wire, before anything is cut.
 *
 * @param response {@code null} when not even a head came; its body ends where the answer broke off when {@code error} is set
 * @param error one line when no complete answer came, otherwise ""
 * @param at when it had ended, by the local clock
 * @param cuts what the client has cut already, because it must not even be reported
 */
public record Attempt(
        Exchange.Request request, Exchange.Response response, String error, Instant at, List<String> cuts) {

    /** A complete answer with a status of success. */
    boolean succeeded() {
        return response != null && error.isEmpty() && response.status() / 100 == 2;
    }
}
