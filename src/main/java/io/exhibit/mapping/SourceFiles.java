package io.exhibit.mapping;

import io.exhibit.control.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The YAML files of a folder with its subfolders, by path relative to it with {@code /} between names. A file over 1 MiB
 * is not loaded: it becomes a problem.
 */
public final class SourceFiles {

    private static final int MAX_FILES = 1000;

    private final SortedMap<String, SourceFile> files = new TreeMap<>();

    /**
     * One file.
     *
     * @param shown the path by which a person finds it
     */
    public record SourceFile(String shown, byte[] bytes) {}

    private SourceFiles() {}

    public static SourceFiles of(Map<String, byte[]> bytes) {
        SourceFiles some = new SourceFiles();
        bytes.forEach((path, content) -> some.files.put(path, new SourceFile(path, content)));
        return some;
    }

    /** Reads a folder; one that is not there is a problem. */
    public static SourceFiles folder(Path folder, Problems problems) {
        return folder(folder, folder.toString().replace('\\', '/'), problems);
    }

    /** The copy that travels in the jar. */
    public static SourceFiles bundled(Problems problems) {
        URL url = SourceFiles.class.getResource("/io/exhibit/mappings");
        if (url == null) {
            problems.add("missing-file", new Position("mappings", 1, 1), "This build carries no mappings.");
            return new SourceFiles();
        }
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return folder(Path.of(uri), "mappings", problems);
            }
            // By path and not by URI: a file system of its own, whoever else has the jar open.
            String jarFile = uri.getSchemeSpecificPart()
                    .substring(0, uri.getSchemeSpecificPart().indexOf("!/"));
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(jarFile)))) {
                return folder(jar.getPath("/io/exhibit/mappings"), "mappings", problems);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SourceFiles folder(Path folder, String shown, Problems problems) {
        SourceFiles found = new SourceFiles();
        if (!Files.isDirectory(folder)) {
            problems.add("missing-file", new Position(shown, 1, 1), "There is no such folder.");
            return found;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> paths =
                    walk.filter(Files::isRegularFile).limit(MAX_FILES + 1).toList();
            if (paths.size() > MAX_FILES) {
                problems.add("too-large", new Position(shown, 1, 1), "More than " + MAX_FILES + " files lie there.");
                return found;
            }
            for (Path path : paths) {
                found.load(path, folder.relativize(path).toString().replace('\\', '/'), shown, problems);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void load(Path path, String relative, String shown, Problems problems) throws IOException {
        String name = shown + "/" + relative;
        if (relative.endsWith(".yml")) {
            problems.add("unknown-file", new Position(name, 1, 1), "Only .yaml files are read.", "Rename it.");
        } else if (relative.endsWith(".yaml") && Files.size(path) > YamlReader.MAX_BYTES) {
            problems.add("too-large", new Position(name, 1, 1), "The file has more than 1 MiB.", "Split it.");
        } else if (relative.endsWith(".yaml")) {
            files.put(relative, new SourceFile(name, Files.readAllBytes(path)));
        }
    }

    /** The files under a folder that ends with {@code /}, by path relative to it. */
    SourceFiles under(String prefix) {
        SourceFiles some = new SourceFiles();
        files.forEach((path, file) -> {
            if (path.startsWith(prefix)) {
                some.files.put(path.substring(prefix.length()), file);
            }
        });
        return some;
    }

    SortedMap<String, SourceFile> all() {
        return Collections.unmodifiableSortedMap(files);
    }
}
