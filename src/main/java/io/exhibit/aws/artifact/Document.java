package io.exhibit.aws.artifact;

/**
 * A downloaded document, of which only this is kept.
 *
 * @param sha256 hexadecimal
 */
record Document(long bytes, String sha256) {}
