package io.exhibit.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The JSON Schemas of an editor, and a file of a book as an editor sees it: YAML 1.2 with numbers, true and nothing. */
final class Schemas {

    static final Path FOLDER = Path.of("mappings/schema");

    /** The files of a mappings folder, and whose schema each has. */
    private static final Map<String, Pattern> FILES = Map.ofEntries(
            Map.entry("assertions", Pattern.compile("assertions/.*\\.yaml")),
            Map.entry("documents", Pattern.compile("documents\\.yaml")),
            Map.entry("parameters", Pattern.compile("parameters\\.yaml")),
            Map.entry("registers", Pattern.compile("registers\\.yaml")),
            Map.entry("framework", Pattern.compile("frameworks/[^/]+/framework\\.yaml")),
            Map.entry("links", Pattern.compile("frameworks/[^/]+/links\\.yaml")),
            Map.entry("units", Pattern.compile("frameworks/[^/]+/(?!(?:framework|links)\\.yaml)[^/]+\\.yaml")),
            Map.entry("organization-scope", Pattern.compile("organization/scope\\.yaml")),
            Map.entry("organization-parameters", Pattern.compile("organization/parameters\\.yaml")),
            Map.entry("organization-decisions", Pattern.compile("organization/decisions\\.yaml")),
            Map.entry("organization-documents", Pattern.compile("organization/documents\\.yaml")),
            Map.entry("organization-risk-acceptances", Pattern.compile("organization/risk-acceptances\\.yaml")),
            Map.entry("organization-register", Pattern.compile("organization/registers/[^/]+\\.yaml")));

    /** Codes of what can be seen in one file alone, without what others say, and without reading an expression. */
    static final Set<String> SEEN = Set.of(
            "unknown-key", "missing-key", "wrong-type", "bad-date", "missing-unit", "out-of-range", "empty-file");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Draft 7, and beside it the sentence that an editor shows for a text that does not fit. */
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialect.builder(Dialects.getDraft7())
            .keyword(new NonValidationKeyword("patternErrorMessage"))
            .build());

    private final Map<String, Schema> loaded = new HashMap<>();

    /** The names of the kinds of files that the reader knows. */
    static List<String> names() {
        return FILES.keySet().stream().sorted().toList();
    }

    /** The name of a file's schema; "" for one that is not a book's. */
    static String name(String path) {
        List<String> names = FILES.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(path).matches())
                .map(Map.Entry::getKey)
                .toList();
        return names.isEmpty() ? "" : String.join("+", names);
    }

    static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".schema.json"));
    }

    /** Every place of a schema, as "assertions[].serves.*.why". */
    static Map<String, JsonNode> places(String name) throws IOException {
        Map<String, JsonNode> places = new TreeMap<>();
        place(name, JSON.readTree(text(name)), places);
        return places;
    }

    private static void place(String path, JsonNode schema, Map<String, JsonNode> places) {
        places.put(path, schema);
        schema.path("properties").properties().forEach(key -> place(path + "." + key.getKey(), key.getValue(), places));
        if (schema.path("items").isObject()) {
            place(path + "[]", schema.path("items"), places);
        }
        if (schema.path("additionalProperties").isObject()) {
            place(path + ".*", schema.path("additionalProperties"), places);
        }
    }

    /** What an editor underlines in a file. */
    List<String> errors(String path, String yaml) throws IOException {
        Schema schema = loaded.get(name(path));
        if (schema == null) {
            schema = registry.getSchema(text(name(path)), InputFormat.JSON);
            loaded.put(name(path), schema);
        }
        return schema.validate(JSON.writeValueAsString(content(yaml)), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** Keys, lists, texts, numbers, true or false; {@code null} when there is nothing. */
    static Object content(String yaml) {
        return keysAsTexts(
                new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml));
    }

    private static Object keysAsTexts(Object content) {
        if (content instanceof Map<?, ?> map) {
            Map<String, Object> texts = new LinkedHashMap<>();
            map.forEach((key, value) -> texts.put(String.valueOf(key), keysAsTexts(value)));
            return texts;
        }
        if (content instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(keysAsTexts(item)));
            return items;
        }
        return content;
    }

    /** The YAML files under a folder, by path relative to it. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path :
                    walk.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
                // One of the bad books is no UTF-8.
                files.put(
                        folder.relativize(path).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
