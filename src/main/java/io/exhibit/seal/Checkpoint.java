package io.exhibit.seal;

/**
 * The signed state of the log (C2SP tlog-checkpoint): what an auditor keeps.
 *
 * @param origin name of the log
 * @param size how many leaves
 * @param root RFC 6962 tree head, 64 hexadecimal digits
 * @param note the signed note, text as stored
 */
public record Checkpoint(String origin, long size, String root, String note) {}
