package io.exhibit.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes and copies what the program itself made. */
public final class Folders {

    private Folders() {}

    /** With all that it holds; links in it are taken away and not followed. */
    public static void delete(Path folder) throws IOException {
        List<Path> made;
        try (Stream<Path> all = Files.walk(folder)) {
            made = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : made) {
            Files.delete(path);
        }
    }

    /** @param to not there yet */
    public static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }
}
