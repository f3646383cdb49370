package io.exhibit.render;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a person's folder has beside changed parts: a logo, colours, sections of its own. */
final class OwnParts {

    static final String SECTIONS = "sections.txt";

    private static final long LARGEST = 1024 * 1024;

    private final Map<String, String> sections = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    /** A section's name is its mark in the report, where these are marks already. */
    private static final Set<String> TAKEN =
            Set.of("logo", "headleft", "headright", "footleft", "footright", "navigation", "search", "found");

    private Colours colours = new Colours(Colours.FILE, "");
    private Optional<Logo> logo = Optional.empty();

    private OwnParts() {}

    static OwnParts none() {
        return new OwnParts();
    }

    /** @param shown how the folder is called in a problem */
    static OwnParts in(Path folder, Path shown) throws IOException {
        OwnParts own = new OwnParts();
        if (Files.isRegularFile(folder.resolve(Colours.FILE))) {
            own.colours = new Colours(shown.resolve(Colours.FILE).toString(), text(folder.resolve(Colours.FILE)));
            own.problems.addAll(own.colours.problems());
        }
        if (Files.isRegularFile(folder.resolve(SECTIONS))) {
            own.sections(new OwnLines(shown.resolve(SECTIONS).toString(), text(folder.resolve(SECTIONS))), folder);
        }
        for (String name : Logo.FILES) {
            if (own.logo.isEmpty() && Files.isRegularFile(folder.resolve(name))) {
                own.logo = Optional.of(new Logo(shown.resolve(name).toString(), bytes(folder.resolve(name))));
            }
        }
        own.unread(folder, shown);
        return own;
    }

    /** One byte more than is allowed is enough to see that it is too much. */
    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes((int) LARGEST);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private void sections(OwnLines lines, Path folder) {
        lines.values().forEach((name, title) -> {
            if (!name.matches("[a-z][a-z0-9-]{1,30}")
                    || Templates.PAGES.contains(name + ".ftlh")
                    || TAKEN.contains(name)) {
                lines.add(
                        "section-name",
                        lines.name(name),
                        "A section of your own cannot be called " + name + ".",
                        "Take small letters, digits and hyphens, and no name that the program has for a part or a mark of its own.");
            } else if (!Files.isRegularFile(folder.resolve(name + ".ftlh"))) {
                lines.add(
                        "section-missing",
                        lines.name(name),
                        "The file " + name + ".ftlh of this section is not there.",
                        "It begins with <@section \"" + name + "\"> and ends with </@section>.");
            } else {
                sections.put(name, title);
            }
        });
        problems.addAll(lines.problems());
    }

    private void unread(Path folder, Path shown) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                boolean read = Templates.PAGES.contains(name)
                        || Logo.FILES.contains(name)
                        || List.of("fonts", Colours.FILE, SECTIONS).contains(name)
                        || sections.containsKey(name.replaceFirst("\\.ftlh$", ""))
                        || name.startsWith(".");
                if (!read) {
                    problems.add(new Problem(
                            "part-unknown",
                            new Position(shown.resolve(name).toString(), 1, 1),
                            "Nothing reads this file.",
                            Problem.nearest(name, Templates.PAGES)
                                    .map(near -> "Did you mean " + near + "?")
                                    .orElse(
                                            name.endsWith(".ftlh")
                                                    ? "A section of your own is named in " + SECTIONS + "."
                                                    : "The parts are " + String.join(", ", Templates.PAGES) + ".")));
                }
            }
        }
    }

    Colours colours() {
        return colours;
    }

    /** Titles by name, in the order in which they are printed. */
    Map<String, String> sections() {
        return sections;
    }

    /** Also one that cannot be printed: its problems say why. */
    Optional<Logo> logo() {
        return logo;
    }

    /** Those of the logo are its own: a draft is printed without it. */
    List<Problem> problems() {
        return problems;
    }

    List<Map<String, String>> model() {
        return sections.entrySet().stream()
                .map(section -> Map.of("key", section.getKey(), "title", section.getValue()))
                .toList();
    }
}
