package io.exhibit.run;

import java.util.Locale;

/** What a node does by the calendar. */
public enum Work {
    COLLECT,
    PACK,
    DELIVER,
    LOOK;

    /** In small letters, as it stands in figures. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
