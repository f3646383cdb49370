package io.exhibit.console.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the console, all of them in the jar and named here: an address can ask for no other. */
public final class ConsoleFiles {

    private static final String PAGES = "/io/exhibit/console/pages/";
    private static final String STATIC = "/io/exhibit/console/static/";
    private static final String FONTS = "/io/exhibit/templates/fonts/";

    private static final List<String> TEMPLATES = List.of(
            "frame.ftlh",
            "enter.ftlh",
            "refused.ftlh",
            "today.ftlh",
            "units.ftlh",
            "test.ftlh",
            "item.ftlh",
            "findings.ftlh",
            "finding.ftlh",
            "coverage.ftlh",
            "packs.ftlh",
            "compare.ftlh",
            "frameworks.ftlh",
            "runs.ftlh",
            "room.ftlh",
            "rooms.ftlh",
            "visits.ftlh",
            "book.ftlh",
            "coming.ftlh",
            "thresholds.ftlh",
            "threshold.ftlh",
            "acceptances.ftlh",
            "acceptance.ftlh",
            "entries.ftlh",
            "entry.ftlh",
            "text.ftlh",
            "draft.ftlh",
            "published.ftlh");

    private static final Map<String, String> TYPES = Map.of(
            "css",
            "text/css; charset=utf-8",
            "js",
            "text/javascript; charset=utf-8",
            "ttf",
            "font/ttf",
            "svg",
            "image/svg+xml");

    private final Map<String, byte[]> handed = new LinkedHashMap<>();

    public ConsoleFiles() {
        for (String name : List.of("console.css", "filter.js", "editor.js", "runs.js", "coming.js", "icon.svg")) {
            handed.put(name, bytes(STATIC + name));
        }
        for (String name :
                List.of("IBMPlexSans-400.ttf", "IBMPlexSans-600.ttf", "IBMPlexMono-400.ttf", "SourceSerif4-400.ttf")) {
            handed.put(name, bytes(FONTS + name));
        }
    }

    /** Texts of the pages by name. */
    static Map<String, String> templates() {
        Map<String, String> texts = new LinkedHashMap<>();
        TEMPLATES.forEach(name -> texts.put(name, new String(bytes(PAGES + name), StandardCharsets.UTF_8)));
        return texts;
    }

    /** Of style sheet, scripts, fonts and icon by its name; empty for every other name, whatever lies on the disk. */
    public Optional<byte[]> of(String name) {
        return Optional.ofNullable(handed.get(name));
    }

    /** The type by which it is handed out, or null for an ending that none of them has. */
    public static String type(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = ConsoleFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
