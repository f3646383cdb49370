package io.exhibit.run;

/**
 * One thing that a node needs for its next run.
 *
 * @param name stable, one word
 * @param words what there is, or what is wrong, in one line
 */
public record Readiness(String name, boolean ready, String words) {}
