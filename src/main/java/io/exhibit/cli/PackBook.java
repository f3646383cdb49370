package io.exhibit.cli;

import io.exhibit.control.Book;
import io.exhibit.evaluate.Compiler;
import io.exhibit.evidence.Catalog;
import io.exhibit.mapping.MappingReader;
import java.io.IOException;
import java.util.Map;

/** The book that a pack carries. */
final class PackBook {

    static final String FOLDER = "book/";

    private PackBook() {}

    /**
     * Reads it.
     *
     * @param files by their original names
     * @throws IOException when there is none, or it has mistakes
     */
    static Book read(Map<String, byte[]> files, Catalog catalog) throws IOException {
        String framework = files.keySet().stream()
                .filter(name -> name.matches("frameworks/[^/]+/framework\\.yaml"))
                .map(name -> name.split("/")[1])
                .findFirst()
                .orElseThrow(() -> new IOException("the pack has no framework"));
        MappingReader.Result read = MappingReader.read(files, framework);
        Book book = read.book()
                .orElseThrow(() -> new IOException(
                        "the book in the pack is refused: " + read.problems().get(0)));
        if (!Compiler.problems(book, catalog).isEmpty()) {
            throw new IOException("the book in the pack is refused: "
                    + Compiler.problems(book, catalog).get(0));
        }
        return book;
    }
}
