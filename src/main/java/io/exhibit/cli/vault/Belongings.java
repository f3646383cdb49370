package io.exhibit.cli.vault;

import io.exhibit.cli.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an installation has beside its vault, by the name that it has in a copy: settings, book, own mappings and templates, what packs were
 * issued with, state, and keys.
 */
record Belongings(Path settingsFile, Settings settings) {

    /** Where a file of a copy belongs; empty for a name that no copy has. */
    Optional<Path> place(String name) {
        int slash = name.indexOf('/');
        String kind = slash < 0 ? name : name.substring(0, slash);
        String rest = slash < 0 ? "" : name.substring(slash + 1);
        Optional<Path> folder = switch (kind) {
            case "organization" -> settings.organization();
            case "mappings" -> settings.mappings();
            case "templates" -> settings.templates();
            case "packs" -> Optional.of(settings.pack().folder());
            case "state" -> Optional.of(settings.serving().state());
            case "keys" -> Optional.ofNullable(settings.key().getParent());
            default -> Optional.empty();
        };
        if (name.equals("exhibit.yaml")) {
            return Optional.of(settingsFile);
        }
        // A name that leads out of its folder was not written by us.
        return folder.map(in -> in.resolve(rest).normalize())
                .filter(file -> !rest.isEmpty() && file.startsWith(folder.get().normalize()));
    }

    /**
     * Every file that there is, by its name.
     *
     * @param withKey whether the private half of the key is among them
     */
    Map<String, Path> files(boolean withKey) throws IOException {
        Map<String, Path> all = new TreeMap<>();
        if (Files.exists(settingsFile)) {
            all.put("exhibit.yaml", settingsFile);
        }
        add(all, "organization", settings.organization(), any -> true);
        add(all, "mappings", settings.mappings(), any -> true);
        add(all, "templates", settings.templates(), any -> true);
        add(
                all,
                "packs",
                Optional.of(settings.pack().folder()),
                name -> name.endsWith(".issue.json") || name.endsWith(".secret") || name.endsWith(".sending"));
        add(all, "state", Optional.of(settings.serving().state()), name -> name.endsWith(".json"));
        String key = settings.key().getFileName().toString();
        add(
                all,
                "keys",
                Optional.ofNullable(settings.key().getParent()),
                name -> name.endsWith(".pub.pem") || withKey && name.equals(key));
        return all;
    }

    private static void add(Map<String, Path> all, String kind, Optional<Path> folder, Predicate<String> wanted)
            throws IOException {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder.get())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (wanted.test(file.getFileName().toString())) {
                    String name = folder.get().relativize(file).toString().replace('\\', '/');
                    all.put(kind + "/" + name, file);
                }
            }
        }
    }
}
