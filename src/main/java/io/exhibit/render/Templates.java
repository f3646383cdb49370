package io.exhibit.render;

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
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that a pack is printed with: those of a folder that a person edits, and for what is not there the copy that
 * travels in the jar; and the paper that it is printed on. A name outside the folder, or of another kind than template, style sheet or font, is not found.
 */
public final class Templates {

    /** Every template and style sheet, in the order in which the pack uses them. */
    static final List<String> PAGES = List.of(
            "pack.ftlh",
            "pack.css",
            "marks.ftlh",
            "cover.ftlh",
            "contents.ftlh",
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
            "own.ftlh",
            "index.ftlh");

    private static final Pattern NAME =
            Pattern.compile("(fonts/)?[A-Za-z0-9-]+\\.(ftlh|css|ttf)|logo\\.(svg|png|jpg)|(colours|sections)\\.txt");
    private static final String IN_JAR = "/io/exhibit/templates/";

    /** SHA-256 of each file in the jar that was asked for: the fonts alone are 7 MB. */
    private static final Map<String, byte[]> SHIPPED = new ConcurrentHashMap<>();

    private final Optional<Path> folder;
    private final Path shown;
    private final OwnParts own;
    private final Paper paper;

    private Templates(Optional<Path> folder, Path shown, OwnParts own, Paper paper) {
        this.folder = folder;
        this.shown = shown;
        this.own = own;
        this.paper = paper;
    }

    /** The copy in the jar alone, on A4. */
    public static Templates shipped() {
        return new Templates(Optional.empty(), Path.of(""), OwnParts.none(), Paper.A4);
    }

    /** A person's folder before the copy in the jar, on A4. */
    public static Templates in(Path folder) throws IOException {
        Path real = folder.toRealPath();
        return new Templates(Optional.of(real), folder, OwnParts.in(real, folder), Paper.A4);
    }

    /** The same on other paper. */
    public Templates on(Paper other) {
        return new Templates(folder, shown, own, other);
    }

    Paper paper() {
        return paper;
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
        List<String> parts = new ArrayList<>(PAGES);
        own.sections().keySet().forEach(name -> parts.add(name + ".ftlh"));
        return parts;
    }

    /** A part in the person's colours, and with the person's sections where they stand. */
    String text(String name) throws IOException {
        StringBuilder text = new StringBuilder(own.colours().in(new String(read(name), StandardCharsets.UTF_8)));
        if (name.equals("own.ftlh")) {
            own.sections()
                    .keySet()
                    .forEach(section ->
                            text.append("<#include \"").append(section).append(".ftlh\">\n"));
        }
        return text.toString();
    }

    OwnParts own() {
        return own;
    }

    /** What is wrong with the logo, without which a draft is printed all the same. */
    public List<Problem> logoProblems() {
        return own.logo().map(Logo::problems).orElse(List.of());
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
        for (String page : printed()) {
            pages.put(page, read(page));
        }
        return pages;
    }

    /** SHA-256 in hexadecimal over every template, style sheet and font, and over the word of the paper when it is not A4. */
    public String digest() throws IOException {
        MessageDigest all = Sha256.streaming();
        for (String page : printed()) {
            add(all, page);
        }
        for (Face face : Face.values()) {
            add(all, face.file());
        }
        if (paper != Paper.A4) {
            all.update((paper.word() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.hex(all);
    }

    /** All that is read but the fonts. */
    private List<String> printed() {
        List<String> printed = parts();
        Stream.concat(Logo.FILES.stream(), Stream.of(Colours.FILE, OwnParts.SECTIONS))
                .filter(name ->
                        folder.isPresent() && Files.isRegularFile(folder.get().resolve(name)))
                .forEach(printed::add);
        return printed;
    }

    private void add(MessageDigest all, String name) throws IOException {
        all.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        boolean own = folder.isPresent() && Files.isRegularFile(folder.get().resolve(name));
        byte[] digest = own ? null : SHIPPED.get(name);
        if (digest == null) {
            digest = Sha256.streaming().digest(read(name));
            if (!own) {
                SHIPPED.put(name, digest);
            }
        }
        all.update(digest);
    }
}
