package io.exhibit.assessment;

import io.exhibit.control.Assertion;
import java.time.Instant;
import java.util.List;

/**
 * The list of items that a test was made of: on the last sealed day of a period, and for a test that looks at every sealed day those too
 * that were there only on earlier ones. The items themselves stay in the days.
 *
 * @param test whose population it is
 * @param items what they are called, in the plural: "users"
 * @param calls that the list is read with, such as {@code iam:ListUsers}; none where AWS is not asked for it
 * @param run id of the run of that day, or "" when no day of the period was sealed
 * @param read when that run began; {@code null} without one
 * @param before ids of the runs of the earlier sealed days that the list is of too, newest first
 * @param rows how many items there are, of things and of places
 * @param places of these, accounts and regions in which things were looked for on the last sealed day
 * @param earlier of these, things that were there only on earlier days
 * @param bytes and {@code sha256} of the list as a file, hexadecimal; 0 and "" when it has no items
 * @param note one sentence: why there is none, or why the list is not all that there is; otherwise ""
 */
public record Population(
        Assertion test,
        String items,
        List<String> calls,
        String run,
        Instant read,
        List<String> before,
        long rows,
        long places,
        long earlier,
        long bytes,
        String sha256,
        String note) {

    public Population {
        calls = List.copyOf(calls);
        before = List.copyOf(before);
    }

    /** How many things there were on the last sealed day. */
    public long things() {
        return rows - places - earlier;
    }

    /** Its name in the pack, or "" when there are no items. */
    public String file() {
        return rows == 0 ? "" : "populations/" + test.id() + ".csv";
    }
}
