package io.exhibit.sandbox.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** One bucket with its objects; the versions of a key, the newest last. */
final class Stored {

    final boolean versioned;
    final boolean lockable;
    final TreeMap<String, List<Version>> objects = new TreeMap<>();
    private int made;

    Stored(boolean versioned, boolean lockable) {
        this.versioned = versioned;
        this.lockable = lockable;
    }

    List<Version> versions(String key) {
        return objects.getOrDefault(key, List.of());
    }

    /** The newest version, be it a delete marker. */
    Optional<Version> newest(String key) {
        List<Version> versions = versions(key);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** What a name stands for; a delete marker hides what is below it. */
    Optional<Version> current(String key) {
        return newest(key).filter(version -> !version.marker());
    }

    Optional<Version> version(String key, String id) {
        return versions(key).stream().filter(version -> version.id().equals(id)).findFirst();
    }

    void add(String key, Version version) {
        List<Version> versions = objects.computeIfAbsent(key, name -> new ArrayList<>());
        if (!versioned) {
            versions.clear();
        }
        versions.add(version);
    }

    void replace(String key, Version by) {
        objects.get(key).replaceAll(version -> version.id().equals(by.id()) ? by : version);
    }

    void remove(String key, String id) {
        List<Version> versions = objects.get(key);
        if (versions != null && versions.removeIf(version -> version.id().equals(id)) && versions.isEmpty()) {
            objects.remove(key);
        }
    }

    String nextId() {
        return versioned ? "version-" + ++made : "";
    }
}
