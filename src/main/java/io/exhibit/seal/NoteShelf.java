package io.exhibit.seal;

import java.io.IOException;
import java.util.List;

/** Where the nodes of a cluster leave notes for each other of units of runs that are not over. A note is signed text. */
public interface NoteShelf {

    /** Ids of the runs that are open, in their order. */
    List<String> runs() throws IOException;

    /** The notes of an open run, ordered by unit. */
    List<String> of(String run) throws IOException;

    /** Leaves a note of a unit; who does not hold that unit any more is refused. */
    void keep(String run, String unit, String note) throws IOException;

    /** Forgets the notes of a run that was sealed, or given up. */
    void forget(String run) throws IOException;
}
