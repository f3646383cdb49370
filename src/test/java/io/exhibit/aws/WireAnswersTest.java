package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.collect.AnswerGuard;
import io.exhibit.collect.GuardProbe;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Operation.Protocol;
import io.exhibit.evidence.Source;
import io.exhibit.read.CatalogFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The guard against what travels: every operation's own answers, and twenty bodies in their place. */
@OneJdk
class WireAnswersTest {

    private static final AnswerGuard GUARD = new AnswerGuard(CatalogFile.load());
    private static final Set<Protocol> XML = Set.of(Protocol.QUERY, Protocol.EC2, Protocol.REST_XML);
    private static final Map<String, Operation> OPERATIONS = new LinkedHashMap<>();
    private static final Map<String, List<Exchange.Response>> ANSWERS = new TreeMap<>();

    @BeforeAll
    static void collectOnce() {
        try (Demo demo = Demo.open()) {
            for (Source source : AwsCollectors.sources()) {
                source.operations().forEach(o -> OPERATIONS.put(o.name(), o));
                for (Exchange e : demo.aws
                        .collect(source.key(), Collecting.target(source))
                        .exchanges()) {
                    if (e.outcome() == Outcome.ANSWER) {
                        ANSWERS.computeIfAbsent(e.call().operation(), name -> new ArrayList<>())
                                .add(e.response());
                    }
                }
            }
        }
    }

    @Test
    void everyOperationHasAnAnswer() {
        assertThat(ANSWERS.keySet()).containsExactlyInAnyOrderElementsOf(OPERATIONS.keySet());
    }

    @Test
    void everyAnswerIsBelieved() {
        ANSWERS.forEach((name, answers) -> assertThat(answers)
                .as(name)
                .allSatisfy(answer -> assertThat(GuardProbe.refusal(GUARD, OPERATIONS.get(name), answer))
                        .isEmpty()));
    }

    @Test
    void twentyBadBodiesAreRefusedOnEveryOperation() {
        List<String> believed = new ArrayList<>();
        int bodies = 0;
        for (Operation operation : OPERATIONS.values()) {
            for (Map.Entry<String, byte[]> bad : bad(operation).entrySet()) {
                bodies++;
                Exchange.Response response = new Exchange.Response(200, Map.of(), bad.getValue());
                if (GuardProbe.refusal(GUARD, operation, response).isEmpty()) {
                    believed.add(operation.name() + " <- " + bad.getKey());
                }
            }
        }
        assertThat(believed).as("bad bodies believed of " + bodies).isEmpty();
        assertThat(bodies).isEqualTo(20 * OPERATIONS.size());
    }

    private static Map<String, byte[]> bad(Operation operation) {
        boolean xml = XML.contains(operation.protocol());
        byte[] good = ANSWERS.get(operation.name()).get(0).body();
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put("empty", bytes(""));
        bad.put("html", bytes("<!DOCTYPE html><html><head><title>Sign in</title></head><body><p>Hi<br></body></html>"));
        bad.put("xhtml", bytes("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>"));
        bad.put("another operation's answer", another(operation));
        bad.put("empty object", bytes(xml ? "<" + operation.shortName() + "Response/>" : "{}"));
        bad.put(
                "error in a 200",
                bytes(
                        xml
                                ? "<ErrorResponse><Error><Code>Throttling</Code></Error><RequestId>r</RequestId></ErrorResponse>"
                                : "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}"));
        bad.put(
                "forbidden",
                bytes(
                        xml
                                ? "<Response><Errors><Error><Code>Forbidden</Code></Error></Errors></Response>"
                                : "{\"message\":\"Forbidden\"}"));
        for (int eighths = 1; eighths < 8; eighths++) {
            bad.put(eighths + "/8", Arrays.copyOf(good, good.length * eighths / 8));
        }
        bad.put(
                "without its last byte",
                Arrays.copyOf(
                        good,
                        new String(good, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8).length - 1));
        bad.put("with something behind it", concat(good, bytes("garbage")));
        bad.put("twice", concat(good, good));
        bad.put("null", bytes("null"));
        bad.put("list", bytes("[]"));
        bad.put("plain text", bytes("upstream connect error"));
        return bad;
    }

    /** Of the same service where it has one, otherwise of another in the same dialect. */
    private static byte[] another(Operation operation) {
        String service = operation.name().substring(0, operation.name().indexOf(':') + 1);
        return OPERATIONS.values().stream()
                .filter(o -> !o.equals(operation) && !o.carriers().equals(operation.carriers()))
                .sorted((a, b) ->
                        Boolean.compare(b.name().startsWith(service), a.name().startsWith(service)))
                .map(o -> ANSWERS.get(o.name()).get(0).body())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
