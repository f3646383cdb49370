package io.exhibit.aws;

/** An answer grew beyond the limit; not an {@code IOException}, so that the SDK does not ask for it again. */
final class AnswerTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnswerTooLarge(int limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
