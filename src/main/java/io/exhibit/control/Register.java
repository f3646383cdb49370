package io.exhibit.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A list that the organization keeps (approved principals, leavers, identities). An entry is part of the expectation.
 *
 * @param name such as {@code approved_admins}
 * @param entries as written; only those that {@linkplain Entry#counts count} are seen by expressions
 */
public record Register(String name, List<Entry> entries, Position position) {

    /** What AWS's reports leave to the entity: it is printed, and no test asks for it. */
    public static final String DUTIES = "customer_duties";

    /** Who read which report of AWS, and how many duties that person counted in it. */
    public static final String READ = "reports_read";

    /** Who accepted the terms of AWS's reports for the entity: it is printed, and no test asks for it. */
    public static final String TERMS = "accepted_terms";

    /** Why a collection that was due did not begin: it is printed, and no test asks for it. */
    public static final String MISSED = "missed_runs";

    public Register {
        entries = List.copyOf(entries);
    }

    /** One entry: its own members (String or java.time.Instant), and who answers for it. */
    public record Entry(
            Map<String, Object> members,
            String approver,
            LocalDate approved,
            String reason,
            LocalDate review,
            boolean sample,
            Position position) {

        /** Whether it counts on that day. */
        public boolean counts(LocalDate day) {
            return !sample
                    && !approver.isBlank()
                    && !reason.isBlank()
                    && approved != null
                    && review != null
                    && !approved.isAfter(day)
                    && !review.isBefore(day);
        }
    }
}
