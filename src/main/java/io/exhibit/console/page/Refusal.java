package io.exhibit.console.page;

/** Why a request is not answered as it was asked, for the visitor. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    /** @param words one or two sentences: what, and what to do */
    public Refusal(int status, String words) {
        super(words);
        this.status = status;
    }

    /** With 404, in a sentence that says what is not there. */
    public static Refusal notHere(String what) {
        return new Refusal(404, what);
    }

    public int status() {
        return status;
    }
}
