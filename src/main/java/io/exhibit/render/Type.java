package io.exhibit.render;

/**
 * How a text is set, as in the style sheet.
 *
 * @param size in points
 * @param leading points from line to line
 * @param baseline points from the top of a line down to what its letters stand on
 */
record Type(Face face, double size, double leading, double baseline, Ink ink) {

    static final Type TITLE = of(Face.PLEX_SEMIBOLD, 19, 1.15, Ink.HEAD);
    static final Type LEAD = of(Face.PLEX, 10, 1.42, Ink.DARK);
    static final Type SMALL = of(Face.PLEX, 7.8, 1.42, Ink.GREY);
    static final Type RUNNING = of(Face.PLEX, 7.2, 1.2, Ink.GREY);
    static final Type RUNNING_CODE = RUNNING.code();
    static final Type ALERT = of(Face.PLEX_SEMIBOLD, 7.2, 1.2, Ink.ALERT);
    static final Type HEAD = of(Face.PLEX_SEMIBOLD, 7.4, 1.25, Ink.DARK);
    static final Type CELL = of(Face.PLEX, 8.2, 1.35, Ink.TEXT);
    static final Type CODE = CELL.code();

    /** Plex rises 1.025 of its size above the baseline and reaches 0.275 below it; half of the leading's rest is above. */
    private static Type of(Face face, double size, double lines, Ink ink) {
        double leading = size * lines;
        return new Type(face, size, leading, (leading - 1.3 * size) / 2 + 1.025 * size, ink);
    }

    /** Identifiers, on the same lines. */
    private Type code() {
        return new Type(Face.PLEX_MONO, 0.88 * size, leading, baseline, ink);
    }
}
