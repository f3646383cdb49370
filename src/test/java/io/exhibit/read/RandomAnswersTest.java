package io.exhibit.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.OneJdk;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Source;
import io.exhibit.read.wire.AnswerReader;
import io.exhibit.read.wire.Notes;
import io.exhibit.read.wire.Selection;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/** Answers of every operation that a source asks, with chance values in every shape that the SDK knows. */
@OneJdk
class RandomAnswersTest {

    private static final int ROUNDS = 5;
    private static final int DEEPEST = 5;
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            " spaced ",
            "<b>&amp;\"'",
            "line\nbreak",
            "\u0130\u0131 \u0639\u0631\u0628\u064a \ud83d\ude00",
            "=cmd|' /C calc'!A0");

    private final JsonNodeFactory make = JsonNodeFactory.instance;
    private final Random dice = new Random(20261124);

    @Test
    void whateverTheValuesTheReaderAgreesWithTheSdk() throws Exception {
        AnswerReader reader = new AnswerReader(CatalogFile.load());
        int compared = 0;
        try (SdkReplay sdk = new SdkReplay()) {
            for (Source source : CatalogFile.load().sources()) {
                for (Operation operation : source.operations()) {
                    Optional<Method> method = AwsOperations.method(operation.name());
                    for (int round = 0; method.isPresent() && round < ROUNDS; round++) {
                        SdkPojo answer = AwsOperations.builder(method.get().getReturnType());
                        JsonNode members = structure(answer, 0);
                        byte[] body = new WireForm(operation).encode(answer, members);
                        Notes notes = new Notes();
                        assertThat(reader.read(operation.name(), body, Selection.WHOLE, notes))
                                .as(operation.name() + " " + members)
                                .isEqualTo(
                                        WireForm.held(operation, SdkWalk.members(sdk.answer(operation.name(), body))));
                        assertThat(notes.unknownMembers()).isZero();
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private ObjectNode structure(SdkPojo pojo, int depth) {
        ObjectNode out = make.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.location() == MarshallLocation.PAYLOAD
                    && !field.containsTrait(XmlAttributeTrait.class)
                    && dice.nextInt(4) > 0
                    && depth < DEEPEST) {
                out.set(field.memberName(), value(field, depth + 1));
            }
        }
        return out;
    }

    private JsonNode value(SdkField<?> field, int depth) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return structure(field.constructor().get(), depth);
        }
        if (type == MarshallingType.LIST) {
            ArrayNode out = make.arrayNode();
            SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
            for (int i = dice.nextInt(3); i > 0; i--) {
                out.add(value(element, depth + 1));
            }
            return out;
        }
        if (type == MarshallingType.MAP) {
            ObjectNode out = make.objectNode();
            SdkField<?> element = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
            for (int i = dice.nextInt(3); i > 0; i--) {
                out.set("key " + i, value(element, depth + 1));
            }
            return out;
        }
        if (type == MarshallingType.BOOLEAN) {
            return make.booleanNode(dice.nextBoolean());
        }
        if (type == MarshallingType.INTEGER || type == MarshallingType.LONG) {
            return make.numberNode(dice.nextInt());
        }
        if (type == MarshallingType.DOUBLE || type == MarshallingType.FLOAT) {
            return make.numberNode(dice.nextInt(1000) / 8.0);
        }
        if (type == MarshallingType.INSTANT) {
            return make.textNode(
                    Instant.ofEpochMilli(1_700_000_000_000L + dice.nextInt()).toString());
        }
        return make.textNode(TEXTS.get(dice.nextInt(TEXTS.size())));
    }
}
