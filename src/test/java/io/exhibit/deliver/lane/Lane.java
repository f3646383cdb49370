package io.exhibit.deliver.lane;

import io.exhibit.deliver.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A receiver of a test: a real server that can be brought into trouble and out of it. */
public interface Lane extends AutoCloseable {

    /** When deliveries of tests are made. */
    java.time.Instant AT = java.time.Instant.parse("2026-11-01T06:00:00Z");

    /** The channel as the settings have it, with the trouble in its way; {@code ""} for none. */
    Delivery in(String trouble) throws Exception;

    /** What has a name at the receiver's, or was told: file names, or Message-IDs. */
    List<String> arrived() throws Exception;

    @Override
    void close() throws IOException;

    /** Files of that folder, by name; what is in the making has no name. */
    static List<String> names(Path folder) throws IOException {
        try (var files = java.nio.file.Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".tmp-"))
                    .sorted()
                    .toList();
        }
    }
}
