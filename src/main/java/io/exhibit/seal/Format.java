package io.exhibit.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code FORMAT}: what kind of folder this is, in which version, and the name of its log. */
record Format(String origin) {

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
        try {
            return parse(holding.content("FORMAT", Layout.SMALL));
        } catch (IllegalArgumentException | TooLargeException e) {
            throw new VaultException(
                    VaultException.Reason.UNKNOWN_FORMAT,
                    "The vault " + place + " has a FORMAT that this version does not know.");
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
}
