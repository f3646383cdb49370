package io.exhibit.deliver.lane;

import io.exhibit.deliver.Delivery;
import io.exhibit.deliver.FolderDelivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder. */
public final class FolderLane implements Lane {

    private final Path folder;

    public FolderLane(Path folder) {
        this.folder = folder;
    }

    @Override
    public Delivery in(String trouble) throws IOException {
        Path zip = folder.resolve("EH-2026-10.zip");
        switch (trouble) {
            case "another file" -> {
                Files.createDirectories(folder);
                Files.writeString(zip, "mine");
            }
            case "a file in the folder's place" -> Files.writeString(folder, "");
            default -> {
                if (Files.isRegularFile(folder)) {
                    Files.delete(folder);
                } else if (Files.exists(zip) && Files.size(zip) == 4) {
                    Files.delete(zip);
                }
            }
        }
        return new FolderDelivery("auditor", folder, () -> AT);
    }

    @Override
    public List<String> arrived() throws IOException {
        return Files.isDirectory(folder)
                ? Lane.names(folder).stream()
                        .filter(name -> !name.contains("receipt"))
                        .toList()
                : List.of();
    }

    @Override
    public void close() {
        // A folder needs nobody.
    }
}
