package io.exhibit.assessment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody approved a book.
 *
 * @param book SHA-256 in hexadecimal of the book, as {@code Book.digest()} has it
 * @param approver who approved it, by name
 * @param effective first day on which it may be judged by
 * @param reason one sentence
 * @param at when the log sealed it
 */
public record Approval(String book, String approver, LocalDate effective, String reason, Instant at) {}
