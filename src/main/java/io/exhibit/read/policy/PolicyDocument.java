package io.exhibit.read.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.exhibit.read.records.MalformedDocument;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a policy document (IAM user guide, "Grammar of the IAM JSON policy language"). IAM hands it out URL-encoded, KMS and
 * Organizations as it is. Anything that is not in the grammar is refused: half a policy would be a wrong one.
 */
public final class PolicyDocument {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

    private PolicyDocument() {}

    /**
     * The statements of a document, in their order.
     *
     * @param holder names the document in the message of an error
     */
    public static List<PolicyStatement> read(String holder, String text) throws MalformedDocument {
        JsonNode root = tree(holder, text);
        for (String name : (Iterable<String>) root::fieldNames) {
            if (!ELEMENTS.contains(name)) {
                throw new MalformedDocument(holder + ": a policy has no element " + name);
            }
        }
        JsonNode written = root.path("Statement");
        if (!written.isObject() && !written.isArray()) {
            throw new MalformedDocument(holder + ": the policy has no Statement");
        }
        List<PolicyStatement> statements = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (JsonNode statement : written.isArray() ? written : List.of(written)) {
            String ordinal = Integer.toString(statements.size() + 1);
            statements.add(new StatementReader(holder + ", statement " + ordinal, statement).read(ordinal, labels));
        }
        return statements;
    }

    private static JsonNode tree(String holder, String text) throws MalformedDocument {
        try {
            String plain = text.stripLeading().startsWith("{") ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
            JsonNode root = JSON.readTree(plain);
            if (!root.isObject()) {
                throw new MalformedDocument(holder + ": the policy is no JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new MalformedDocument(holder + ": the policy is no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw new MalformedDocument(holder + ": the policy is not URL-encoded as it should be: " + e.getMessage());
        }
    }
}
