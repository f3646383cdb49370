package io.exhibit.cli.node;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.wiring.BookReading;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which book was found sound last, and by which build. A node that starts again with both unchanged is ready before it has read the
 * book once more; that the book is sound follows from the digests, and what then judges is read from the files all the same.
 */
public final class SoundBook {

    private final Path note;
    private final Optional<String> now;

    private SoundBook(Path note, Optional<String> now) {
        this.note = note;
        this.now = now;
    }

    /** @param build digest of the program, which is what says whether a book is sound */
    public static SoundBook of(Settings settings, String build) {
        // What lies unpacked changes without a digest that tells.
        Optional<String> book = build.equals(Wiring.UNPACKED) ? Optional.empty() : new BookReading(settings).files();
        return new SoundBook(
                settings.serving().state().resolve("sound-book"),
                book.map(files -> Sha256.hex(build + "\n" + settings.framework() + "\n" + files + "\n")));
    }

    /** Whether program and book are those that were found sound last; false where that was never noted. */
    public boolean isKnown() throws IOException {
        try {
            return now.isPresent() && Files.readString(note).equals(now.get());
        } catch (NoSuchFileException first) {
            return false;
        }
    }

    /** That it was found sound just now. */
    public void remember() throws IOException {
        if (now.isPresent()) {
            Files.createDirectories(note.getParent());
            Files.writeString(note, now.get());
        }
    }
}
