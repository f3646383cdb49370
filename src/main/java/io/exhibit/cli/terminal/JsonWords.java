package io.exhibit.cli.terminal;

import java.util.Locale;

/** Constants as programs read them: small letters, hyphens. */
public final class JsonWords {

    private JsonWords() {}

    /** As JSON and settings write a constant: {@code NOT_ENABLED} is {@code not-enabled}. */
    public static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
