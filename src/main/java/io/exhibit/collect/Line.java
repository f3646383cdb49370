package io.exhibit.collect;

import java.util.List;
import java.util.function.Supplier;

/**
 * The line between clients and captures: a client reports every attempt on the thread of its caller, and the capture that
 * listens there hears it. What is reported while nobody listens is forgotten.
 */
public final class Line {

    private final ThreadLocal<List<Attempt>> heard = new ThreadLocal<>();

    public void report(Attempt attempt) {
        List<Attempt> listener = heard.get();
        if (listener != null) {
            listener.add(attempt);
        }
    }

    /** Runs the request and adds what it sends and receives to {@code attempts}, also when it throws. */
    <T> T listen(List<Attempt> attempts, Supplier<T> request) {
        heard.set(attempts);
        try {
            return request.get();
        } finally {
            heard.remove();
        }
    }
}
