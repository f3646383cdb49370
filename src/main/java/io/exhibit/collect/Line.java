package io.exhibit.collect;

import java.util.List;
import java.util.function.Supplier;

/**
 * The line between clients and captures: a capture asks for one account, and a client learns on the thread of its caller
 * which one that is, and reports every attempt there. What is reported while nobody listens is forgotten.
 */
public final class Line {

    private final ThreadLocal<Listener> listeners = new ThreadLocal<>();

    private record Listener(String account, List<Attempt> attempts) {}

    /**
     * The account that this thread asks for, 12 digits, or "" before it is known.
     *
     * @throws IllegalStateException when nobody listens: a client was asked, and for no account
     */
    public String account() {
        Listener listener = listeners.get();
        if (listener == null) {
            throw new IllegalStateException("a client was asked, and for no account");
        }
        return listener.account();
    }

    /** Hands on what was sent and received; where nobody listens it is let go, as of calls that no evidence is of. */
    public void report(Attempt attempt) {
        Listener listener = listeners.get();
        if (listener != null) {
            listener.attempts().add(attempt);
        }
    }

    /** Runs the request for an account and adds what it sends and receives to {@code attempts}, also when it throws. */
    public <T> T listen(String account, List<Attempt> attempts, Supplier<T> request) {
        listeners.set(new Listener(account, attempts));
        try {
            return request.get();
        } finally {
            listeners.remove();
        }
    }
}
