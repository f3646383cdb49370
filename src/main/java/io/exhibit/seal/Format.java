package io.exhibit.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code FORMAT}: what kind of folder this is, in which version, and the name of its log. */
record Format(String origin) {

    private static final Pattern OTHER = Pattern.compile("exhibit-vault ([0-9]{1,9})\n(?s:.*)");
    private static final Pattern TEXT = Pattern.compile("exhibit-vault 1\norigin ([^\n]+)\n");

    Format {
        SignedNote.origin(origin);
    }

    byte[] text() {
        return ("exhibit-vault 1\norigin " + origin + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** @param place as messages call it */
    static Format read(Holding holding, String place) throws IOException {
        if (!holding.has("FORMAT")) {
            throw new VaultException(
                    VaultException.Reason.MISSING, "There is no vault at " + place + ": it has no file FORMAT.");
        }
        byte[] content = new byte[0];
        try {
            content = holding.content("FORMAT", Layout.SMALL);
            return parse(content);
        } catch (IllegalArgumentException | TooLargeException e) {
            throw new VaultException(
                    VaultException.Reason.UNKNOWN_FORMAT, "The vault " + place + " has " + unknown(content) + ".");
        }
    }

    /** @throws IllegalArgumentException when it is of another kind or version */
    static Format parse(byte[] content) {
        Matcher text = TEXT.matcher(new String(content, StandardCharsets.ISO_8859_1));
        if (!text.matches()) {
            throw new IllegalArgumentException("a FORMAT that this version does not know");
        }
        return new Format(text.group(1));
    }

    private static String unknown(byte[] content) {
        Matcher other = OTHER.matcher(new String(content, StandardCharsets.ISO_8859_1));
        return other.matches() && !other.group(1).equals("1")
                ? "format " + other.group(1)
                        + ", and this version of Exhibit knows format 1 alone. Take the version that"
                        + " wrote it, or a later one"
                : "a FORMAT that this version does not know";
    }
}
