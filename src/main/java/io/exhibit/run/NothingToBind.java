package io.exhibit.run;

/** A pack that cannot be bound as asked; the message says why and what to do. */
public final class NothingToBind extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NothingToBind(String message) {
        super(message);
    }
}
