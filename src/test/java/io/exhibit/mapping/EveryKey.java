package io.exhibit.mapping;

import io.exhibit.control.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A book in which every key stands once at least, to be changed in one place. */
final class EveryKey {

    /** A value that is not written. */
    static final Object NOTHING = new Object();

    /** A key, and a word, that is like none that the reader knows. */
    static final String STRANGER = "qzqzqz";

    private static final Path BOOK = Path.of("src/test/resources/mappings/every-key");

    private final Map<String, Object> files = new TreeMap<>();
    private final Map<String, byte[]> written = new TreeMap<>();

    EveryKey() throws IOException {
        Schemas.files(BOOK).forEach((path, yaml) -> files.put(path, Schemas.content(yaml)));
        files.forEach((path, content) -> written.put(path, bytes(content)));
    }

    Map<String, Object> files() {
        return files;
    }

    /** What the reader says of one file when it is changed so. */
    List<Problem> problems(String path, Object content) {
        Map<String, byte[]> bytes = new TreeMap<>(written);
        bytes.put(path, bytes(content));
        SourceFiles all = SourceFiles.of(bytes);
        Problems problems = new Problems();
        MappingReader.read(all, all.under("organization/"), "rule", Optional.empty(), problems);
        return problems.list().stream()
                .filter(problem -> problem.position().file().equals(path))
                .toList();
    }

    static List<Object> with(List<Object> at, Object key) {
        List<Object> longer = new ArrayList<>(at);
        longer.add(key);
        return longer;
    }

    static Object at(Object content, List<Object> at) {
        Object here = content;
        for (Object key : at) {
            here = key instanceof Integer index ? ((List<?>) here).get(index) : ((Map<?, ?>) here).get(key);
        }
        return here;
    }

    /** A copy with another value at one place; {@code null} takes it out. */
    static Object replaced(Object content, List<Object> at, Object value) {
        if (at.isEmpty()) {
            return value;
        }
        List<Object> below = at.subList(1, at.size());
        if (content instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            copy.set((Integer) at.get(0), replaced(list.get((Integer) at.get(0)), below, value));
            return copy;
        }
        Map<Object, Object> copy = new LinkedHashMap<>((Map<?, ?>) content);
        if (below.isEmpty() && value == null) {
            copy.remove(at.get(0));
        } else {
            copy.put(at.get(0), replaced(copy.get(at.get(0)), below, value));
        }
        return copy;
    }

    static String yaml(Object content) {
        if (content instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey().toString()) + ": " + yaml(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (content instanceof List<?> list) {
            return list.stream().map(EveryKey::yaml).collect(Collectors.joining(", ", "[", "]"));
        }
        return content == NOTHING ? "" : content instanceof String text ? quoted(text) : String.valueOf(content);
    }

    private static byte[] bytes(Object content) {
        return yaml(content).getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
