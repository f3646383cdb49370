package io.exhibit.read.records;

/**
 * What a maker wants of a source's answers.
 *
 * @param operation whose answers
 * @param carrier API member name of a list (handed over one element at a time) or a structure, or "" for the whole answer
 */
public record Want(String operation, String carrier) {}
