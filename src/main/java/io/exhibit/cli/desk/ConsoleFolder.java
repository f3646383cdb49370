package io.exhibit.cli.desk;

import io.exhibit.cli.settings.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What the console keeps in the folder of the state: links, invitations, rows of populations. */
final class ConsoleFolder {

    private ConsoleFolder() {}

    static Path of(Settings settings) {
        return settings.serving().state().resolve("console");
    }

    /** For its owner alone, whoever needs it first: {@code serve} lets nobody in from a folder that others can write. */
    static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            // Somebody else was quicker. Anything else than a folder there stays an error.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
