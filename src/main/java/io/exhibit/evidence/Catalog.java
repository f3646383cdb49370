package io.exhibit.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The frozen table by which raw bytes are guarded and read, and mappings are checked: no AWS SDK is needed for either.
 *
 * @param sources every source, in the order in which they are collected
 * @param types record types and the structures in them, by name
 * @param answers name of the type of an operation's answer, by operation ({@code kms:ListKeys})
 * @param values what a text can be where AWS's model says so, by the name that {@link RecordType.Shape#type} has
 */
public record Catalog(
        List<Source> sources,
        Map<String, RecordType> types,
        Map<String, String> answers,
        Map<String, List<String>> values) {

    public Catalog {
        sources = List.copyOf(sources);
        types = Map.copyOf(types);
        answers = Map.copyOf(answers);
        values = Map.copyOf(values);
    }

    /** The source that a reading belongs to; empty for a population that AWS is not asked for. */
    public Optional<Source> source(String reading) {
        return sources.stream()
                .filter(s -> s.readings().stream().anyMatch(r -> r.key().equals(reading)))
                .findFirst();
    }

    /** The source that a reading of AWS belongs to. */
    public Source sourceOf(String reading) {
        return source(reading).orElseThrow(() -> new IllegalArgumentException("no source has the reading " + reading));
    }

    /** @throws IllegalArgumentException when no source has it */
    public Reading reading(String key) {
        return sourceOf(key).readings().stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
