package io.exhibit.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Clears away what a dying writer left and cannot go on with. It was never acknowledged, so it is neither deleted nor logged:
 * signing what lies there unattended would let anyone who can write into the folder have his own evidence signed.
 */
final class Aside {

    private final Disk disk;
    private final Layout layout;
    private final Unfinished unfinished;
    private final FileStore store;

    Aside(Disk disk, Layout layout, Unfinished unfinished, FileStore store) {
        this.disk = disk;
        this.layout = layout;
        this.unfinished = unfinished;
        this.store = store;
    }

    /** Returns what was moved, one name relative to the vault each. */
    List<String> clear(List<Leaf> leaves) throws IOException {
        Set<String> logged = leaves.stream().map(Leaf::file).collect(Collectors.toSet());
        List<String> moved = new ArrayList<>();
        for (Path folder : layout.besideRuns()) {
            removeTemporary(folder);
        }
        for (Path run : Layout.list(layout.runs())) {
            removeTemporary(run);
            if (!logged.contains(layout.name(run.resolve("run.json")))) {
                removeTemporary(run.resolve("units"));
                moved.addAll(unsealed(run));
            } else {
                unfinished.forget(run.getFileName().toString());
                moved.addAll(unloggedDays(run, logged));
            }
        }
        return moved;
    }

    /** A run that can go on stays, but for the units that nothing of ours vouches for. */
    private List<String> unsealed(Path run) throws IOException {
        String id = run.getFileName().toString();
        if (!layout.namesOfRuns().contains(id)) {
            return List.of(store.aside(run));
        }
        Set<Path> kept = unfinished.of(id).stream()
                .map(each -> run.resolve(each.unit().file()))
                .collect(Collectors.toSet());
        if (kept.isEmpty()) {
            unfinished.forget(id);
            return List.of(store.aside(run));
        }
        List<String> moved = new ArrayList<>();
        for (Path part : Layout.list(run)) {
            for (Path file : Files.isDirectory(part) ? Layout.list(part) : List.of(part)) {
                if (!kept.contains(file)) {
                    moved.add(store.aside(file));
                }
            }
        }
        return moved;
    }

    private List<String> unloggedDays(Path run, Set<String> logged) throws IOException {
        List<String> moved = new ArrayList<>();
        for (Path file : Layout.list(run)) {
            String name = file.getFileName().toString();
            boolean day = name.startsWith("assessment");
            boolean items = name.startsWith("items");
            String record = items ? DayFiles.recordOf(name) : name;
            if ((day || items) && !logged.contains(layout.name(run.resolve(record)))) {
                moved.add(store.aside(file));
            }
        }
        return moved;
    }

    private void removeTemporary(Path folder) throws IOException {
        for (Path file : Layout.list(folder)) {
            if (Disk.isTemporary(file)) {
                disk.delete(file);
            }
        }
    }
}
