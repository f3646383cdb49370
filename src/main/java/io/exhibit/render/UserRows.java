package io.exhibit.render;

import io.exhibit.assessment.Users;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The users of the last sealed day as rows of a table. */
final class UserRows {

    static final List<Listing.Column> COLUMNS = List.of(
            new Listing.Column("User", 36, Listing.Setting.CODE),
            new Listing.Column("Account", 34, Listing.Setting.TEXT),
            new Listing.Column("MFA", 13, Listing.Setting.TEXT),
            new Listing.Column("Password", 42, Listing.Setting.TEXT),
            new Listing.Column("Access keys", 45, Listing.Setting.TEXT));

    private final Users users;
    private final Accounts accounts;

    UserRows(PackContent content, Accounts accounts) {
        this.users = content.rolls().users();
        this.accounts = accounts;
    }

    List<String> of(Users.User user) {
        return List.of(
                user.root() ? "root user" : user.name(),
                accounts.printed(user.account()),
                word(user.mfa()),
                password(user),
                user.keys().isEmpty()
                        ? "none"
                        : user.keys().stream().map(this::key).collect(Collectors.joining("; ")));
    }

    private static String word(Optional<Boolean> flag) {
        return flag.map(is -> is ? "yes" : "no").orElse("not told");
    }

    private static String password(Users.User user) {
        String used = user.used().map(at -> "last used " + day(at)).orElse("no use told");
        if (user.password().isEmpty()) {
            return "not told by AWS; " + used;
        }
        if (!user.password().get()) {
            return "no";
        }
        return "yes, set " + user.changed().map(UserRows::day).orElse("on an unknown day") + "; " + used;
    }

    private String key(Users.Key key) {
        String age = key.rotated()
                .map(at -> Words.count(ChronoUnit.DAYS.between(at, users.read()), "day", "days") + " old")
                .orElse("age not told");
        return "key " + key.slot() + " " + (key.active() ? "active" : "inactive") + ", " + age + ", "
                + key.used().map(at -> "last used " + day(at)).orElse("no use told");
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
