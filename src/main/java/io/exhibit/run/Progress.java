package io.exhibit.run;

/** Hears how far a run is. */
public interface Progress {

    /** What is running, how many steps are done, and of how many that are known so far. */
    void step(String what, long done, long all);

    /** Something that a person should read once. */
    void note(String line);
}
