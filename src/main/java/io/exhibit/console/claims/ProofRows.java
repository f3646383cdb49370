package io.exhibit.console.claims;

import io.exhibit.console.page.Say;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Provenance;
import io.exhibit.run.Proof;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What proves an item, for the page: the record, the answer that carries it, and how to see the bytes without us. */
final class ProofRows {

    private ProofRows() {}

    static Map<String, Object> of(Proof proof, String run) {
        Provenance from = proof.record().provenance();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("operation", from.operation());
        model.put("requestId", from.requestId());
        model.put("at", Say.minute(from.at()));
        model.put("digest", from.payloadDigest());
        model.put("file", proof.file());
        model.put("offset", Long.toString(proof.part().offset()));
        model.put("length", Long.toString(proof.part().length()));
        List<Map<String, Object>> members = new ArrayList<>();
        proof.record().members().forEach((name, value) -> add(members, name, value));
        model.put("members", members);
        model.put(
                "gaps",
                proof.record().gaps().stream()
                        .map(gap -> gap.call().operation() + ": " + gap.cause().words())
                        .toList());
        model.put("answered", proof.exchange().isPresent());
        proof.exchange()
                .ifPresent(
                        exchange -> model.putAll(answer(exchange, proof.record().key())));
        model.put("run", run);
        return model;
    }

    private static Map<String, Object> answer(Exchange exchange, String key) {
        byte[] body = exchange.response().body();
        String text = new String(body, StandardCharsets.UTF_8);
        List<String> head = new ArrayList<>();
        String uri = exchange.request().uri();
        head.add(exchange.request().method() + " " + (uri.isEmpty() ? "/" : uri));
        head.add("HTTP " + exchange.response().status());
        exchange.response().headers().forEach((name, value) -> head.add(name + ": " + value));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("head", head);
        model.put("body", Excerpt.of(text, key));
        Excerpt.decoded(text, key)
                .ifPresentOrElse(
                        content -> {
                            model.put("decoded", Excerpt.of(content, key));
                            model.put("how", "A member of the answer is base64; base64 -d makes of it");
                        },
                        () -> Excerpt.uncoded(text).ifPresent(content -> {
                            model.put("decoded", Excerpt.of(content, key));
                            model.put(
                                    "how",
                                    "Policies in the answer are URL-coded (RFC 3986); the same text with each of them decoded");
                        }));
        model.put("bytes", Say.count(body.length));
        model.put("attempt", exchange.attempt() > 1 ? "attempt " + exchange.attempt() : "");
        model.put("cuts", exchange.cuts());
        return model;
    }

    /** A member a row, inner ones under the path by which an expression of the book reaches them. */
    private static void add(List<Map<String, Object>> rows, String path, Object value) {
        if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
            inner.forEach((name, each) -> add(rows, path + "." + name, each));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            for (int i = 0; i < list.size(); i++) {
                add(rows, path + "[" + i + "]", list.get(i));
            }
        } else {
            rows.add(Map.of("name", path, "value", String.valueOf(value)));
        }
    }
}
