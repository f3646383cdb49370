package io.exhibit.control;

/** How grave a deviation is; the organization's limits to mend it go by this. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
