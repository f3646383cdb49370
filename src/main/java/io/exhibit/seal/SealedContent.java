package io.exhibit.seal;

/**
 * A file of a vault, on its way elsewhere.
 *
 * @param sha256 with which it was sealed, or "" for what follows from the log
 */
public record SealedContent(String sha256, Content content) {}
