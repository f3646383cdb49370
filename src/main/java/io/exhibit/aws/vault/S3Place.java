package io.exhibit.aws.vault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket and a prefix in it, written {@code s3://BUCKET/PREFIX}.
 *
 * @param prefix without slashes at its ends; "" for the whole bucket
 */
public record S3Place(String bucket, String prefix) {

    /** General purpose buckets as S3 names them; key characters that S3 calls safe. */
    private static final Pattern TEXT =
            Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/((?:[0-9A-Za-z._-]+/)*[0-9A-Za-z._-]+)?/?)?");

    /** Whether a text means to be such a place. */
    public static boolean isOne(String text) {
        return text.regionMatches(true, 0, "s3:", 0, 3);
    }

    /** @throws IllegalArgumentException that says how to write one */
    public static S3Place parse(String text) {
        Matcher place = TEXT.matcher(text);
        if (!place.matches() || text.contains("/../") || text.endsWith("/..")) {
            throw new IllegalArgumentException("\"" + text + "\" is no place in S3."
                    + " Write s3://BUCKET/PREFIX; the prefix may hold letters, digits and . _ - /");
        }
        return new S3Place(place.group(1), place.group(2) == null ? "" : place.group(2));
    }

    String key(String name) {
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** The name that a key has in the vault. */
    String name(String key) {
        return prefix.isEmpty() ? key : key.substring(prefix.length() + 1);
    }

    @Override
    public String toString() {
        return "s3://" + key(bucket, prefix);
    }

    private static String key(String bucket, String prefix) {
        return prefix.isEmpty() ? bucket : bucket + "/" + prefix;
    }
}
