package io.exhibit.control;

/**
 * A mistake in what a person wrote, to be mended by that person. Problems come back as a list, all at once.
 *
 * @param code stable, such as {@code unknown-member}
 * @param position where
 * @param message what is wrong, one sentence
 * @param hint what to do, or ""
 */
public record Problem(String code, Position position, String message, String hint) {

    @Override
    public String toString() {
        return position + ": " + message + (hint.isEmpty() ? "" : " " + hint) + " [" + code + "]";
    }
}
