package io.exhibit.sandbox.world;

/** One file system, data warehouse or search domain; all of them are tagged or named by {@code name}. */
public record Store(Kind kind, String name, boolean encrypted) {

    /** What it is. */
    public enum Kind {
        FILES,
        WAREHOUSE,
        SEARCH
    }
}
