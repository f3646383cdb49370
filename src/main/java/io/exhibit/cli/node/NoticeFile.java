package io.exhibit.cli.node;

import io.exhibit.run.watch.Told;
import io.exhibit.seal.DurableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Optional;

/** What was told, in a file of one node: {@code notices.json}, written whole or not at all. */
public final class NoticeFile implements Told.Shelf {

    private final Path file;

    public NoticeFile(Path folder) {
        this.file = folder.resolve("notices.json");
    }

    @Override
    public Optional<Told> load() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(NoticeText.read(Files.readAllBytes(file)));
        } catch (IllegalArgumentException | DateTimeException | IOException e) {
            throw new IOException(
                    file + " cannot be read (" + e.getMessage()
                            + "). Put a copy of it back, or delete it: then what is wrong now is told once more.",
                    e);
        }
    }

    @Override
    public void keep(Told told) throws IOException {
        Files.createDirectories(file.getParent());
        DurableFolder.of(file).writeSecret(file.getFileName().toString(), NoticeText.of(told));
    }
}
