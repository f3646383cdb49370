package io.exhibit.run.book;

import java.time.Instant;

/**
 * Something that a named person said.
 *
 * @param by name and function
 */
public record Signed(String by, Instant at, String text) {}
