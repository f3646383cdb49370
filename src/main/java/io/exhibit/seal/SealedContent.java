package io.exhibit.seal;

/**
 * A file of a vault, on its way elsewhere.
 *
 * @param sha256 with which it was sealed, or "" for what follows from the log
 * @param bytes of raw answers, which may stay behind; 0 for what every pack carries
 */
public record SealedContent(String sha256, long bytes, Content content) {}
