package io.exhibit.deliver;

import io.exhibit.assessment.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way to hand packs over. */
public interface Delivery {

    /** What the settings call it. */
    String channel();

    /** Where it leads, such as {@code folder /srv/evidence}. */
    String to();

    /** Whether the receiver can be asked what it has, so that handing over the same bytes again changes nothing. */
    boolean tells();

    /**
     * Looks whether the receiver would take a pack now, as far as that can be told without sending or writing anything.
     *
     * @return what was found in order, and what only a pack will show
     * @throws NotDelivered with what is in the way
     */
    String check() throws IOException;

    /**
     * Hands the files over, whole or not at all each.
     *
     * @param pack name of the pack, such as {@code hipaa-2026-10}
     * @param files of the pack, with distinct file names
     * @throws NotDelivered when that did not go well, with its reason
     */
    Receipt deliver(String pack, List<Path> files) throws IOException;
}
