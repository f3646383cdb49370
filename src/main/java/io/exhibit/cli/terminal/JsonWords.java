package io.exhibit.cli.terminal;

import java.util.Locale;

/** Constants as programs read them: small letters, hyphens. */
public final class JsonWords {

    private JsonWords() {}

    public static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
