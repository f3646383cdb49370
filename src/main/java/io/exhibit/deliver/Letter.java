package io.exhibit.deliver;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A message to people.
 *
 * @param id the same each time that the same message is sent, so that a mailbox can see two of it as one: letters, digits, dots and
 *     hyphens
 * @param to addresses; each of them sees the others
 * @param text plain
 * @param files sent with it
 */
public record Letter(String id, Instant at, List<String> to, String subject, String text, List<Attached> files) {

    public Letter {
        if (!id.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            throw new IllegalArgumentException("\"" + id + "\" cannot be the id of a message");
        }
        to = List.copyOf(to);
        files = List.copyOf(files);
    }

    /** A file beside the text, under its own name. */
    record Attached(Path file, String mediaType) {}
}
