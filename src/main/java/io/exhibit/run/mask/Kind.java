package io.exhibit.run.mask;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a masked value is; the word stands in its pseudonym. */
enum Kind {
    ACCOUNT,
    ACCOUNT_NAME,
    ORGANIZATION,
    /** An organizational unit, by its path or id. */
    UNIT,
    /** Whom the collector ran as. */
    IDENTITY,
    USER,
    ROLE,
    GROUP,
    POLICY,
    RESOURCE,
    ACCESS_KEY,
    MAIL,
    IP,
    /** A person whom the entity's own book names. */
    PERSON,
    /** A document of the entity, by its title or number. */
    DOCUMENT,
    /** An address that is not AWS's. */
    ENDPOINT,
    /** What AWS said in a message. */
    MESSAGE,
    /** A sentence in which values cannot be told from words. */
    TEXT,
    /** SHA-256 of something of which not enough is unknown. */
    DIGEST,
    /** SHA-256 and name of a file of the organization's book. */
    FILE;

    static final Pattern KEY_ID = Pattern.compile("(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Z0-9])");
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z-]+:([a-z0-9-]*):[^:]*:[^:]*:([a-z-]*).*", Pattern.DOTALL);

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a value is by its own form, or else what it is taken for. */
    static Kind of(String value, Kind otherwise) {
        if (value.matches("[0-9]{12}")) {
            return ACCOUNT;
        }
        if (value.matches("o-[a-z0-9]{10,32}")) {
            return ORGANIZATION;
        }
        if (value.matches("(?:ou|r)-[a-z0-9-]{4,68}")) {
            return UNIT;
        }
        if (KEY_ID.matcher(value).matches()) {
            return ACCESS_KEY;
        }
        var arn = ARN.matcher(value);
        if (arn.matches() && (otherwise == RESOURCE || otherwise == TEXT)) {
            return switch (arn.group(1) + " " + arn.group(2)) {
                case "iam user" -> USER;
                case "iam role", "sts assumed-role" -> ROLE;
                case "iam group" -> GROUP;
                case "iam policy", "organizations policy" -> POLICY;
                default -> RESOURCE;
            };
        }
        return otherwise;
    }
}
