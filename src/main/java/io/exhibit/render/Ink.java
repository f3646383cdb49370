package io.exhibit.render;

import java.util.Locale;

/** The colours of the printed pages, as in the style sheet. */
enum Ink {
    HEAD(0x14263f),
    TEXT(0x1b1f24),
    DARK(0x39424e),
    GREY(0x5b6470),
    ALERT(0x7d1a14),
    HAIR(0xd4d9e0);

    private final String fill;

    Ink(int rgb) {
        this.fill = part(rgb >> 16) + " " + part(rgb >> 8) + " " + part(rgb) + " rg\n";
    }

    private static String part(int value) {
        return String.format(Locale.ROOT, "%.4f", (value & 0xff) / 255.0);
    }

    /** The operator that fills with it. */
    String fill() {
        return fill;
    }
}
