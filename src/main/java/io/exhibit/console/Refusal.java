package io.exhibit.console;

/** Why a request is not answered as it was asked, for the visitor. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    /** @param words one or two sentences: what, and what to do */
    Refusal(int status, String words) {
        super(words);
        this.status = status;
    }

    static Refusal notHere(String what) {
        return new Refusal(404, what);
    }

    int status() {
        return status;
    }
}
