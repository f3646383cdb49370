package io.exhibit.console;

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

    /** Of an answer the page shows the neighbourhood of the item; the rest is counted. */
    private static final int SHOWN = 6_000;

    private static final int WIDTH = 160;

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
        proof.record()
                .members()
                .forEach((name, value) -> members.add(Map.of("name", name, "value", String.valueOf(value))));
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
        int at = Math.max(0, text.indexOf(key));
        int from = Math.max(0, Math.min(at - SHOWN / 3, text.length() - SHOWN));
        int to = Math.min(text.length(), from + SHOWN);
        List<String> head = new ArrayList<>();
        head.add(exchange.request().method() + " " + exchange.request().uri());
        head.add("HTTP " + exchange.response().status());
        exchange.response().headers().forEach((name, value) -> head.add(name + ": " + value));
        return Map.of(
                "head", head,
                "body", lines(text.substring(from, to)),
                "before", Say.count(from),
                "after", Say.count(text.length() - to),
                "bytes", Say.count(body.length),
                "attempt", exchange.attempt() > 1 ? "attempt " + exchange.attempt() : "",
                "cuts", exchange.cuts());
    }

    /** As they stand in the answer, and long ones folded. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            for (int i = 0; i == 0 || i < line.length(); i += WIDTH) {
                lines.add(line.substring(i, Math.min(line.length(), i + WIDTH)));
            }
        }
        return lines;
    }
}
