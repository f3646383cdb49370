package io.exhibit.control;

import java.util.Locale;

/** How grave a deviation is; the organization's limits to mend it go by this. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** What the parameters begin with that say by when a deviation is to be mended. */
    static final String MENDING = "mend_days_";

    /** Name of the parameter with the days in which a deviation of this severity is to be mended. */
    public String mending() {
        return MENDING + name().toLowerCase(Locale.ROOT);
    }
}
