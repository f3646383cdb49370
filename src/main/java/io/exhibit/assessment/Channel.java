package io.exhibit.assessment;

import java.time.Instant;

/**
 * A way by which packs are handed over, since the log knows of it.
 *
 * @param name as the settings call it
 * @param to where it leads, such as {@code folder /srv/evidence}
 * @param since when the log sealed that it leads there
 */
public record Channel(String name, String to, Instant since) {}
