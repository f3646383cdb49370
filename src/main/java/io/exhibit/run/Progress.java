package io.exhibit.run;

/** Hears how far a run is. */
public interface Progress {

    /** Nobody listens. */
    Progress NONE = new Progress() {
        @Override
        public void step(String what, long done, long all) {}

        @Override
        public void note(String line) {}
    };

    /** What is running, how many steps are done, and of how many that are known so far; of 0 where it has no steps. */
    void step(String what, long done, long all);

    /** Something that a person should read once. */
    void note(String line);
}
