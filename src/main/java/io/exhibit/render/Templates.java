package io.exhibit.render;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.evidence.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that a pack is printed with: those of a folder that a person edits, and for what is not there the copy that
 * travels in the jar. A name outside the folder, or of another kind than template, style sheet or font, is not found.
 */
public final class Templates {

    /** Every template and style sheet, in the order in which the pack uses them. */
    static final List<String> PAGES = List.of(
            "pack.ftlh",
            "pack.css",
            "marks.ftlh",
            "cover.ftlh",
            "statement.ftlh",
            "summary.ftlh",
            "since.ftlh",
            "scope.ftlh",
            "responsibility.ftlh",
            "method.ftlh",
            "collection.ftlh",
            "units.ftlh",
            "unit.ftlh",
            "exceptions.ftlh",
            "times.ftlh",
            "changes.ftlh",
            "documents.ftlh",
            "populations.ftlh",
            "manifest.ftlh",
            "index.ftlh");

    private static final Pattern NAME = Pattern.compile("(fonts/)?[A-Za-z0-9-]+\\.(ftlh|css|ttf)");
    private static final String IN_JAR = "/io/exhibit/templates/";

    private final Optional<Path> folder;
    private final Path shown;

    private Templates(Optional<Path> folder, Path shown) {
        this.folder = folder;
        this.shown = shown;
    }

    /** The copy in the jar alone. */
    public static Templates shipped() {
        return new Templates(Optional.empty(), Path.of(""));
    }

    /** A person's folder before the copy in the jar. */
    public static Templates in(Path folder) throws IOException {
        return new Templates(Optional.of(folder.toRealPath()), folder);
    }

    byte[] read(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new FileNotFoundException("not a template, style sheet or font: " + name);
        }
        if (folder.isPresent() && Files.isRegularFile(folder.get().resolve(name))) {
            Path file = folder.get().resolve(name).toRealPath();
            if (!file.startsWith(folder.get())) {
                throw new FileNotFoundException(name + " lies outside the folder of templates");
            }
            return Files.readAllBytes(file);
        }
        try (InputStream in = Templates.class.getResourceAsStream(IN_JAR + name)) {
            if (in == null) {
                throw new FileNotFoundException("no template " + name);
            }
            return in.readAllBytes();
        }
    }

    /** Every part that the pages are made of. */
    List<String> parts() {
        return PAGES;
    }

    String text(String name) throws IOException {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    /** Mistakes of the folder itself: files that nothing reads. */
    List<Problem> problems() throws IOException {
        if (folder.isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.get())) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!PAGES.contains(name) && !name.equals("fonts") && !name.startsWith(".")) {
                    problems.add(new Problem(
                            "part-unknown",
                            new Position(shown.resolve(name).toString(), 1, 1),
                            "Nothing reads this file.",
                            Problem.nearest(name, PAGES)
                                    .map(near -> "Did you mean " + near + "?")
                                    .orElse("The parts are " + String.join(", ", PAGES) + ".")));
                }
            }
        }
        return problems;
    }

    /** How a part is called where a mistake in it is told: its file, or its name where it came with the program. */
    String place(String name) {
        return folder.filter(own -> Files.isRegularFile(own.resolve(name)))
                .map(own -> shown.resolve(name).toString())
                .orElse(name);
    }

    /** Every template and style sheet by name; not the fonts, which travel in every PDF that is set in them. */
    public SortedMap<String, byte[]> pages() throws IOException {
        SortedMap<String, byte[]> pages = new TreeMap<>();
        for (String page : PAGES) {
            pages.put(page, read(page));
        }
        return pages;
    }

    /** SHA-256 in hexadecimal over every template, style sheet and font. */
    public String digest() throws IOException {
        MessageDigest all = Sha256.streaming();
        for (String page : PAGES) {
            add(all, page);
        }
        for (Face face : Face.values()) {
            add(all, face.file());
        }
        return Sha256.hex(all);
    }

    private void add(MessageDigest all, String name) throws IOException {
        all.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        all.update(Sha256.streaming().digest(read(name)));
    }
}
