package io.exhibit.run.book;

import java.util.SortedMap;
import java.util.TreeMap;

/** Something else was written since: nothing was saved, and nothing is lost on either side. */
public final class Overtaken extends Exception {

    private static final long serialVersionUID = 1;

    private final transient SortedMap<String, String> now;

    /** @param now files that are otherwise by now, with their text; none when it is the draft itself */
    public Overtaken(String words, SortedMap<String, String> now) {
        super(words);
        this.now = new TreeMap<>(now);
    }

    public SortedMap<String, String> now() {
        return now;
    }
}
