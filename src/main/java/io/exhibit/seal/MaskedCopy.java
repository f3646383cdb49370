package io.exhibit.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A record or the items of a day with every text in them masked, in the same form; offsets and digests in it are the original's. */
public final class MaskedCopy {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MaskedCopy() {}

    /** Whether there is a copy of a file: of records and items, not of raw answers. */
    public static boolean isFor(String name) {
        return name.endsWith(".json") || name.endsWith(".ndjson.zst");
    }

    /** @param mask of one text */
    public static Content of(String name, SealedContent original, UnaryOperator<String> mask) {
        return () -> {
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            boolean packed = name.endsWith(".zst");
            try (InputStream in = original.content().open();
                    InputStream plain = packed
                            ? new ZstdInputStream(new BufferedInputStream(in, 1 << 16), RecyclingBufferPool.INSTANCE)
                                    .setContinuous(true)
                            : in;
                    OutputStream out = packed
                            ? new ZstdOutputStream(copy, RecyclingBufferPool.INSTANCE, 3).setChecksum(true)
                            : copy) {
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.write(CanonicalJson.line(masked(JSON.readTree(line), mask)));
                }
            }
            return new ByteArrayInputStream(copy.toByteArray());
        };
    }

    private static JsonNode masked(JsonNode node, UnaryOperator<String> mask) {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(mask.apply(text.textValue()));
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, masked(list.get(i), mask));
            }
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                member.setValue(masked(member.getValue(), mask));
            }
        }
        return node;
    }
}
