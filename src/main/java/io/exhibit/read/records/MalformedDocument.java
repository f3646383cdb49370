package io.exhibit.read.records;

/** A document within an answer that cannot be read; the message names the item and says why. */
public final class MalformedDocument extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedDocument(String message) {
        super(message);
    }
}
