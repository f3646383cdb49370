package io.exhibit.assessment;

import java.time.Instant;

/**
 * Somebody approved that a pack is issued as its draft shows it.
 *
 * @param pack its name
 * @param draft SHA-256 of the draft's PDF, hexadecimal
 * @param size leaves of the log that the draft was drawn up from
 * @param approver who approved it, by name
 * @param reason one sentence
 * @param at when the log sealed it
 */
public record Release(String pack, String draft, long size, String approver, String reason, Instant at) {}
