package io.exhibit.render;

/** The font files, all under the SIL Open Font License. Where the first has no glyph, the next one is asked. */
enum Face {
    PLEX("IBMPlexSans-400", "Plex", 400, Use.ALWAYS),
    PLEX_SEMIBOLD("IBMPlexSans-600", "Plex", 600, Use.ALWAYS),
    PLEX_MONO("IBMPlexMono-400", "PlexMono", 400, Use.ALWAYS),
    SERIF("SourceSerif4-400", "Serif4", 400, Use.ALWAYS),
    NOTO("NotoSans-400", "Noto", 400, Use.WHEN_NEEDED),
    NOTO_ARMENIAN("NotoSansArmenian-400", "NotoArmenian", 400, Use.WHEN_NEEDED),
    NOTO_GEORGIAN("NotoSansGeorgian-400", "NotoGeorgian", 400, Use.WHEN_NEEDED),
    NOTO_THAI("NotoSansThai-400", "NotoThai", 400, Use.WHEN_NEEDED),
    NOTO_JAPANESE("NotoSansJP-400", "NotoJP", 400, Use.WHEN_NEEDED);

    /** When a face is put into the file: a fall-back only for a pack that has a character for it. */
    enum Use {
        ALWAYS,
        WHEN_NEEDED
    }

    private final String name;
    private final String family;
    private final int weight;
    private final Use use;

    Face(String name, String family, int weight, Use use) {
        this.name = name;
        this.family = family;
        this.weight = weight;
        this.use = use;
    }

    String file() {
        return "fonts/" + name + ".ttf";
    }

    String family() {
        return family;
    }

    /** Its name among the fonts of a page. */
    String resource() {
        return "F" + ordinal();
    }

    int weight() {
        return weight;
    }

    boolean always() {
        return use == Use.ALWAYS;
    }
}
