package io.exhibit.evaluate.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The statements of a policy document in words, one text each (IAM user guide, "Grammar of the IAM JSON policy language"). The
 * order of statements and of the elements of a list has no meaning, so that it makes no difference here.
 */
final class Statements {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TOLD =
            Set.of("Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Sid");

    private Statements() {}

    /** @param document JSON, or JSON URL-encoded as IAM hands it out; one that is neither is a single text as it stands */
    static List<String> of(String document) {
        try {
            String plain = document.stripLeading().startsWith("{")
                    ? document
                    : URLDecoder.decode(document, StandardCharsets.UTF_8);
            JsonNode root = JSON.readTree(plain);
            JsonNode statement = root.path("Statement");
            List<String> all = new ArrayList<>();
            if (statement.isArray()) {
                statement.forEach(one -> all.add(words(one)));
            } else if (statement.isObject()) {
                all.add(words(statement));
            } else {
                all.add(document);
            }
            return all;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return List.of(document);
        }
    }

    private static String words(JsonNode statement) {
        if (!statement.isObject()) {
            return statement.toString();
        }
        StringBuilder out = new StringBuilder(statement.path("Effect").asText("(no effect)"));
        add(out, " ", statement.path("Action"));
        add(out, " everything but ", statement.path("NotAction"));
        add(out, " on ", statement.path("Resource"));
        add(out, " on everything but ", statement.path("NotResource"));
        add(out, " for ", statement.path("Principal"));
        add(out, " for everybody but ", statement.path("NotPrincipal"));
        statement.properties().forEach(element -> {
            if (!TOLD.contains(element.getKey())) {
                out.append(element.getKey().equals("Condition") ? " if " : " " + element.getKey() + " ")
                        .append(values(element.getValue()));
            }
        });
        add(out, ", Sid ", statement.path("Sid"));
        return out.toString();
    }

    private static void add(StringBuilder out, String before, JsonNode value) {
        if (!value.isMissingNode()) {
            out.append(before).append(values(value));
        }
    }

    private static String values(JsonNode value) {
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(one -> all.add(values(one)));
            return all.stream().sorted().collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            TreeMap<String, String> all = new TreeMap<>();
            value.properties().forEach(member -> all.put(member.getKey(), values(member.getValue())));
            return all.entrySet().stream()
                    .map(member -> member.getKey() + " " + member.getValue())
                    .collect(Collectors.joining("; "));
        }
        return value.asText();
    }
}
