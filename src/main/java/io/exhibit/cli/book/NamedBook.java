package io.exhibit.cli.book;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.PackBook;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.mapping.MappingReader;
import io.exhibit.run.PackFiles;
import io.exhibit.seal.PackVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A book that somebody names: a pack, which carries its own; a mappings folder; or a folder with an organization's part alone.
 *
 * @param name as messages call it
 */
record NamedBook(Book book, String name) {

    private static final String FRAMEWORKS = "frameworks";
    private static final String ORGANIZATION = "organization";

    /** Reads it; what a folder does not hold of a book is that of the settings. */
    static NamedBook at(Path place, Wiring wiring) throws IOException {
        if (Files.isRegularFile(place)) {
            return new NamedBook(pack(place, wiring), place.getFileName().toString());
        }
        if (!Files.isDirectory(place)) {
            throw new Stop(ExitCode.MISSING, "There is no pack and no folder at " + place + ".");
        }
        Settings settings = wiring.settings();
        boolean mappings = Files.isDirectory(place.resolve(FRAMEWORKS));
        boolean own = Files.isDirectory(place.resolve(ORGANIZATION));
        Path organization = own ? null : settings.organization().orElse(null);
        MappingReader.Result read = mappings
                ? MappingReader.read(place, organization, settings.framework())
                : MappingReader.read(settings.mappings().orElse(null), place, settings.framework());
        return new NamedBook(wiring.reading().book(read), place.toString());
    }

    private static Book pack(Path zip, Wiring wiring) throws IOException {
        try (PackVault pack = PackVault.open(zip, Optional.empty())) {
            return PackBook.read(PackFiles.original(pack.payload(PackBook.FOLDER)), wiring.catalog())
                    .book();
        }
    }
}
