package io.exhibit.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everybody who can sign in to an account as an IAM user, and the root users, as the credential reports of one day have them
 * (docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html).
 *
 * @param run id of the run that read them, or "" when no day of the period was sealed
 * @param read when that run began; {@code null} without one
 * @param all by account and name, root users first
 * @param unread accounts in scope whose report could not be read: who is in them is not known
 * @param before how many there were on the first sealed day of the period, or -1 when that is not known
 */
public record Users(String run, Instant read, List<User> all, List<String> unread, long before) {

    public static final Users NONE = new Users("", null, List.of(), List.of(), -1);

    public Users {
        all = List.copyOf(all);
        unread = List.copyOf(unread);
    }

    /**
     * A row of a report; what AWS does not tell is empty.
     *
     * @param used when the password was used last
     */
    public record User(
            String account,
            String name,
            boolean root,
            Optional<Boolean> password,
            Optional<Boolean> mfa,
            Optional<Instant> changed,
            Optional<Instant> used,
            List<Key> keys) {

        public User {
            keys = List.copyOf(keys);
        }
    }

    /** An access key, by its place in the report; {@code rotated} is when it was made. */
    public record Key(int slot, boolean active, Optional<Instant> rotated, Optional<Instant> used) {}
}
