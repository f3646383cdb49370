package io.exhibit.read.wire;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads answers by the frozen record types. Values are String, Long, Double, Boolean, Instant, List and Map by API member
 * name; what is absent or null on the wire is absent; a value that does not fit its type is left absent and noted.
 */
public final class AnswerReader {

    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, Layout> layouts = new HashMap<>();

    public AnswerReader(Catalog catalog) {
        Layouts made = new Layouts(catalog.types());
        for (Source source : catalog.sources()) {
            source.operations().forEach(o -> operations.put(o.name(), o));
        }
        catalog.answers().forEach((operation, type) -> layouts.put(operation, made.structure(type)));
    }

    /**
     * Reads one body.
     *
     * @return the members that were kept
     * @throws IOException when the bytes are not an answer of the operation, as far as syntax goes
     */
    public Map<String, Object> read(String operation, byte[] body, Selection selection, Notes notes)
            throws IOException {
        Operation declared = operations.get(operation);
        Layout layout = layouts.get(operation);
        if (declared == null || layout == null) {
            throw new IllegalArgumentException("the catalog has no answer for " + operation);
        }
        return switch (declared.protocol()) {
            case JSON, REST_JSON -> new JsonBody(selection, notes).read(body, layout);
            case QUERY, EC2, REST_XML -> new XmlBody(selection, notes).read(body, declared, layout);
            case REST_DOCUMENT ->
                Map.of(layout.members.values().iterator().next().name(), new String(body, StandardCharsets.UTF_8));
        };
    }
}
