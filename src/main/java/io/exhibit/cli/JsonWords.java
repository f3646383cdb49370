package io.exhibit.cli;

import java.util.Locale;

/** Constants as programs read them: small letters, hyphens. */
final class JsonWords {

    private JsonWords() {}

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
