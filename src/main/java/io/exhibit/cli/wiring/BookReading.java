package io.exhibit.cli.wiring;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.control.Book;
import io.exhibit.control.Problem;
import io.exhibit.evaluate.Compiler;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.evidence.Catalog;
import io.exhibit.mapping.MappingReader;
import io.exhibit.read.CatalogFile;
import io.exhibit.run.book.BookFolders;
import io.exhibit.run.book.Drafts;
import io.exhibit.seal.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The book that the settings name, read and checked: once, and again when a file of it has changed. */
public final class BookReading {

    /** How often it is read again while its files change; an editor that writes without end gets what is there then. */
    private static final int STEADY = 3;

    private final Settings settings;

    private Book book;
    /** Digest of the files that the book was read from; empty when that is not sure. */
    private Optional<String> read = Optional.empty();

    public BookReading(Settings settings) {
        this.settings = settings;
    }

    Catalog catalog() {
        return CatalogFile.load();
    }

    /** The book, with its expressions checked; every mistake of both kinds at once. */
    synchronized Book book() {
        Optional<String> files = files();
        if (book == null || files.isEmpty() || !files.equals(read)) {
            for (int tries = 0; tries < STEADY; tries++) {
                read = Optional.empty();
                book = book(MappingReader.read(
                        settings.mappings().orElse(null),
                        settings.organization().orElse(null),
                        settings.framework()));
                Optional<String> now = files();
                if (now.equals(files)) {
                    read = files;
                    break;
                }
                // An edit in the meantime may be in it, or in some of its files alone.
                files = now;
            }
        }
        return book;
    }

    /** The folders that are edited, by how the names of their files begin. */
    public static Map<String, Path> folders(Settings settings) {
        Map<String, Path> folders = new LinkedHashMap<>();
        settings.organization().filter(Files::isDirectory).ifPresent(folder -> folders.put("organization/", folder));
        settings.mappings().filter(Files::isDirectory).ifPresent(folder -> folders.put("mappings/", folder));
        return folders;
    }

    /** The drafts that lie beside the schedule's state. */
    public static Drafts drafts(Settings settings) {
        return new Drafts(
                new BookFolders(folders(settings)), settings.serving().state().resolve("book"));
    }

    /** Digest over all files that the book can be read from, or empty when one cannot be taken; never of a half of what is published. */
    public Optional<String> files() {
        try {
            drafts(settings).settle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MappingReader.digest(
                settings.mappings().orElse(null), settings.organization().orElse(null));
    }

    /** The book with what in it does not count on a day. */
    public MappingReader.Result on(LocalDate today) {
        return MappingReader.read(
                settings.mappings().orElse(null), settings.organization().orElse(null), settings.framework(), today);
    }

    /** Every mistake of what was read, also of its expressions and regions, by its place. */
    public List<Problem> problems(MappingReader.Result read) {
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(RegionCheck.problems(read.sound().scope()));
        problems.addAll(Compiler.problems(read.sound(), catalog()));
        problems.sort(Problem.BY_PLACE);
        return problems;
    }

    /** The book that was read, with its expressions checked. */
    public Book book(MappingReader.Result read) {
        if (Stream.of(Profile.values()).anyMatch(profile -> profile.word().equals(settings.framework()))) {
            throw new Stop(
                    ExitCode.SETTINGS,
                    "No framework can be called " + settings.framework()
                            + ": packs of that name are masked ones. Give its folder another name.");
        }
        List<Problem> problems = problems(read);
        if (!problems.isEmpty()) {
            throw new Stop(ExitCode.FILE, "The mappings or the organization's book have mistakes:", problems);
        }
        return read.sound();
    }

    /** Of a book that was checked. */
    Evaluator evaluator(Book book) {
        return new Evaluator(book, catalog(), settings.schedule().zone());
    }
}
