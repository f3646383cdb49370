package io.exhibit.control;

import java.time.LocalDate;
import java.util.List;

/**
 * A risk that a named person accepted until a date. It moves an item from deviating to accepted; the verdict stays FAIL.
 *
 * @param assertion id of the assertion
 * @param item the item's key; {@code *} stands for any run of characters
 * @param account the account that the item lies in, {@code *} for every account, or "": then it covers items of one account only
 */
public record RiskAcceptance(
        String id,
        String assertion,
        String item,
        String account,
        String approver,
        LocalDate approved,
        LocalDate expires,
        String reason,
        boolean sample,
        Position position) {

    /** All that it says, wherever it stands in a file. */
    public List<String> terms() {
        return List.of(
                id,
                assertion,
                item,
                account,
                approver,
                String.valueOf(approved),
                String.valueOf(expires),
                reason,
                String.valueOf(sample));
    }

    /** Whether it is about items of that account; one that names none may be. */
    public boolean reaches(String id) {
        return account.isEmpty() || account.equals("*") || account.equals(id);
    }

    /** Whether it counts on that day; an entry without approver, date, reason or with a past expiry never does. */
    public boolean counts(LocalDate day) {
        return !sample
                && !approver.isBlank()
                && !reason.isBlank()
                && approved != null
                && expires != null
                && !approved.isAfter(day)
                && !expires.isBefore(day);
    }
}
