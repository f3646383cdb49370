package io.exhibit.seal;

import io.exhibit.evidence.Kept;
import java.io.IOException;
import java.util.List;

/** Notes of the units of runs that are not over, so that a run can go on that was broken off. */
interface Notes {

    /** A vault that keeps none: a run that was broken off there does not go on. */
    Notes NONE = new Notes() {
        @Override
        public List<String> runs() {
            return List.of();
        }

        @Override
        public List<Kept> of(String run) {
            return List.of();
        }

        @Override
        public void keep(Kept kept) {
            // Its unit is asked again, which is all that a note would have saved.
        }

        @Override
        public void forget(String run) {
            // There is none.
        }
    };

    /** Runs that there may be notes of, in their order. */
    List<String> runs() throws IOException;

    /** The units of a run whose notes can be believed, ordered by target. */
    List<Kept> of(String run) throws IOException;

    void keep(Kept kept) throws IOException;

    /** Forgets the notes of a run that was sealed, or given up. */
    void forget(String run) throws IOException;
}
