package io.exhibit.cli.wiring;

import io.exhibit.control.Book;
import io.exhibit.evaluate.CompiledBook;
import io.exhibit.evaluate.Compiler;
import io.exhibit.evidence.Catalog;
import io.exhibit.mapping.MappingReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The book that a pack carries. */
public final class PackBook {

    public static final String FOLDER = "book/";

    private PackBook() {}

    /**
     * Reads it.
     *
     * @param files by their original names
     * @throws IOException when there is none, or it has mistakes
     */
    public static CompiledBook read(Map<String, byte[]> files, Catalog catalog) throws IOException {
        MappingReader.Result read = MappingReader.read(files, framework(files));
        Book book = read.book()
                .orElseThrow(() -> new IOException(
                        "its book is refused: " + read.problems().get(0)));
        CompiledBook compiled = Compiler.of(book, catalog);
        if (!compiled.problems().isEmpty()) {
            throw new IOException("its book is refused: " + compiled.problems().get(0));
        }
        return compiled;
    }

    /** A book of which only the words are wanted; empty when this version refuses it. */
    public static Optional<Book> readable(Map<String, byte[]> files) {
        try {
            return MappingReader.read(files, framework(files)).book();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A book that can judge; empty when this version refuses it. */
    public static Optional<CompiledBook> judging(Map<String, byte[]> files, Catalog catalog) {
        return readable(files)
                .map(book -> Compiler.of(book, catalog))
                .filter(compiled -> compiled.problems().isEmpty());
    }

    private static String framework(Map<String, byte[]> files) throws IOException {
        return files.keySet().stream()
                .filter(name -> name.matches("frameworks/[^/]+/framework\\.yaml"))
                .map(name -> name.split("/")[1])
                .findFirst()
                .orElseThrow(() -> new IOException("its book has no framework"));
    }
}
