package io.exhibit.cli.bench;

import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;

/** What a simulated node asks. */
interface SimulatedWorld extends Closeable {

    /** Makes a collection; its clock is the node's. */
    CollectCommand.Collected collect(Night night) throws IOException;

    /** What time it is there. */
    void now(Instant instant);

    /** Whether nobody is let in. */
    void refuse(boolean refused);
}
