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
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The YAML files of a folder with its subfolders, by path relative to it with {@code /} between names, and the tables (CSV) of
 * the organization's book. A file over 1 MiB is not loaded: it becomes a problem.
 */
final class SourceFiles {

    private static final int MAX_FILES = 1000;

    private static final Pattern SPREADSHEET = Pattern.compile("(?i)\\.(?:xlsx?|ods|numbers|tsv)$");
    /** Endings of files that a person took for one of these, such as those of an editor that adds its own. */
    private static final Pattern MEANT = Pattern.compile("(?i)\\.ya?ml(\\.txt)?$");

    /** The copy that travels in the jar, once it was read without a problem: nobody edits that while it is in use. */
    private static volatile SourceFiles bundled;

    private final SortedMap<String, SourceFile> files = new TreeMap<>();

    private SourceFiles() {}

    static SourceFiles of(Map<String, byte[]> bytes) {
        SourceFiles some = new SourceFiles();
        bytes.forEach((path, content) -> some.files.put(path, new SourceFile(path, content)));
        return some;
    }

    /** Reads a mappings folder; one that is not there is a problem. */
    static SourceFiles folder(Path folder, Problems problems) {
        return folder(folder, folder.toString().replace('\\', '/'), "organization/", problems);
    }

    /** Reads a folder that holds the organization's book alone. */
    static SourceFiles organization(Path folder, Problems problems) {
        return folder(folder, folder.toString().replace('\\', '/'), "", problems);
    }

    /** The copy that travels in the jar. */
    static SourceFiles bundled(Problems problems) {
        int before = problems.count();
        SourceFiles read = bundled != null ? bundled : unpacked(problems);
        if (problems.count() == before) {
            bundled = read;
        }
        return read;
    }

    private static SourceFiles unpacked(Problems problems) {
        URL url = SourceFiles.class.getResource("/io/exhibit/mappings");
        if (url == null) {
            problems.add("missing-file", new Position("mappings", 1, 1), "This build carries no mappings.");
            return new SourceFiles();
        }
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return folder(Path.of(uri), "mappings", "organization/", problems);
            }
            // By path and not by URI: a file system of its own, whoever else has the jar open.
            String jarFile = uri.getSchemeSpecificPart()
                    .substring(0, uri.getSchemeSpecificPart().indexOf("!/"));
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(jarFile)))) {
                return folder(jar.getPath("/io/exhibit/mappings"), "mappings", "organization/", problems);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param own where the organization's book lies within the folder */
    private static SourceFiles folder(Path folder, String shown, String own, Problems problems) {
        SourceFiles found = new SourceFiles();
        if (!Files.isDirectory(folder)) {
            problems.add("missing-file", new Position(shown, 1, 1), "There is no such folder.");
            return found;
        }
        // What is filed there is known by its digest, which documents.yaml has; nobody reads it.
        Path documents = folder.resolve(own + "documents");
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> paths = walk.filter(path -> Files.isRegularFile(path) && !path.startsWith(documents))
                    .limit(MAX_FILES + 1)
                    .toList();
            if (paths.size() > MAX_FILES) {
                problems.add("too-large", new Position(shown, 1, 1), "More than " + MAX_FILES + " files lie there.");
                return found;
            }
            for (Path path : paths) {
                String relative = folder.relativize(path).toString().replace('\\', '/');
                found.load(path, relative, relative.startsWith(own), shown, problems);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void load(Path path, String relative, boolean own, String shown, Problems problems) throws IOException {
        Position top = new Position(shown + "/" + relative, 1, 1);
        boolean table = own && relative.toLowerCase(Locale.ROOT).endsWith(".csv");
        Matcher meant = MEANT.matcher(relative.substring(relative.lastIndexOf('/') + 1));
        if (!relative.endsWith(".yaml") && meant.find()) {
            problems.add(
                    "unknown-file",
                    top,
                    "Nothing reads this file: only names that end with .yaml are read.",
                    "Rename it to " + meant.replaceFirst(".yaml").toLowerCase(Locale.ROOT) + ".");
        } else if (table && !relative.endsWith(".csv")) {
            problems.add("unknown-file", top, "Only names in small letters are read: .csv.", "Rename it.");
        } else if (own && SPREADSHEET.matcher(relative).find()) {
            problems.add("unknown-file", top, "A spreadsheet is not read.", "Save it as CSV, with a name in .csv.");
        } else if (!relative.endsWith(".yaml") && !table) {
            return;
        } else if (Files.size(path) > Utf8.MAX_BYTES) {
            problems.add("too-large", top, "The file has more than 1 MiB.", "Split it.");
        } else {
            files.put(relative, new SourceFile(top.file(), Files.readAllBytes(path)));
        }
    }

    /**
     * The same with other texts in the place of some of them; one that is empty is not there.
     *
     * @param prefix of those names in {@code texts} that are meant, which is not part of the path here
     */
    SourceFiles with(Map<String, byte[]> texts, String prefix) {
        SourceFiles some = new SourceFiles();
        some.files.putAll(files);
        texts.forEach((name, bytes) -> {
            if (name.startsWith(prefix)) {
                String path = name.substring(prefix.length());
                SourceFile there = files.get(path);
                some.files.put(path, new SourceFile(there == null ? name : there.shown(), bytes));
                if (bytes.length == 0) {
                    some.files.remove(path);
                }
            }
        });
        return some;
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
