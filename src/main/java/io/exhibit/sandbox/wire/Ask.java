package io.exhibit.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One signed request as a service sees it: who, where, which operation, and its members (form and query, or JSON). */
public record Ask(
        Caller caller,
        String service,
        String region,
        String method,
        String path,
        String operation,
        Map<String, String> parameters,
        JsonNode json,
        Paging paging) {

    /** How the pages of an answer are cut, a fault included. */
    public enum Paging {
        USUAL,
        /** Every page names the same next page. */
        LOOPING,
        /** A page without items, that names the page that should have been here. */
        BLANK,
        /** The page begins with the last item of the page before it. */
        REPEATING,
        /** The whole list the other way round. */
        REVERSED
    }

    private static final List<String> TOKENS =
            List.of("Marker", "NextToken", "nextToken", "NextMarker", "continuation-token");
    private static final List<String> SIZES =
            List.of("MaxItems", "MaxResults", "maxResults", "Limit", "limit", "MaxRecords", "PageSize", "max-buckets");

    public boolean looping() {
        return paging == Paging.LOOPING;
    }

    public String account() {
        return caller.account();
    }

    /** A member by its wire name, from the form, the query or the JSON body; empty when it is absent. */
    public Optional<String> member(String name) {
        if (parameters.containsKey(name)) {
            return Optional.of(parameters.get(name));
        }
        return Optional.ofNullable(json.get(name))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText);
    }

    public Optional<String> token() {
        return first(TOKENS).filter(token -> !token.isEmpty());
    }

    public Optional<String> size() {
        return first(SIZES);
    }

    /** The path with what is asked of it: S3 names an operation by a parameter without a value. */
    String address() {
        String named = parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("&"));
        return named.isEmpty() ? path : path + "?" + named;
    }

    /** The path's segments without the empty first one. */
    public List<String> segments() {
        return List.of(path.substring(1).split("/"));
    }

    /** Two equal requests, sent one after the other, are one and the same. */
    public String fingerprint() {
        return withoutPaging() + "|" + token().orElse("");
    }

    /** Everything that a page token is bound to: the request without its token and its page size. */
    String withoutPaging() {
        StringBuilder text = new StringBuilder(String.join("|", caller.account(), region, service, operation, path));
        new TreeMap<>(parameters).forEach((name, value) -> append(text, name, value));
        json.properties()
                .forEach(field -> append(text, field.getKey(), field.getValue().toString()));
        return text.toString();
    }

    public Ask with(String resolved, Paging cut) {
        return new Ask(caller, service, region, method, path, resolved, parameters, json, cut);
    }

    private static void append(StringBuilder text, String name, String value) {
        if (!TOKENS.contains(name) && !SIZES.contains(name)) {
            text.append('|').append(name).append('=').append(value);
        }
    }

    private Optional<String> first(List<String> names) {
        return names.stream().map(this::member).flatMap(Optional::stream).findFirst();
    }
}
