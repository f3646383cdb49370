package io.exhibit.console.packs;

import io.exhibit.console.frame.Desk;
import io.exhibit.console.frame.Laid;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Unavailable;
import java.io.IOException;

/** The month behind an issued pack, as the pack says it: by the book of then, from what the log held then. */
public interface PackRoom {

    /**
     * How things stood.
     *
     * @throws Unavailable with a sentence where it cannot be shown as the pack has it
     */
    Standing standing(String pack) throws IOException;

    /** The items of a test on a sealed day, as that was judged then, to page through. */
    Laid items(String pack, String run, String test) throws IOException;

    /** Lets something be read from the vault as it was. */
    <T> T reading(String pack, Desk.Reading<T> what) throws IOException;
}
