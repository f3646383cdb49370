/**
 * Keeps it and proves it: the vault, the log of runs, its checkpoint.
 * Stores raw bytes and never interprets them; everything behind it works from the vault alone.
 */
package io.exhibit.seal;
