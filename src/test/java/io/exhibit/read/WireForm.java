package io.exhibit.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.evidence.Operation;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/** Turns an answer by API member names back into the bytes that AWS would have sent, by the SDK's field metadata. */
final class WireForm {

    private final Operation operation;

    WireForm(Operation operation) {
        this.operation = operation;
    }

    byte[] encode(SdkPojo answer, JsonNode members) {
        String name = operation.shortName();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        switch (operation.protocol()) {
            case QUERY -> {
                xml.append("<" + name + "Response xmlns=\"https://example.org/doc/\"><" + name + "Result>");
                structure(xml, answer, members);
                xml.append("</" + name + "Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>");
                xml.append("</" + name + "Response>");
            }
            case EC2 -> {
                xml.append("<" + name + "Response xmlns=\"http://example.org/doc/\"><requestId>r</requestId>");
                structure(xml, answer, members);
                xml.append("</" + name + "Response>");
            }
            case REST_XML -> {
                String root = operation.root();
                SdkField<?> payload = answer.sdkFields().stream()
                        .filter(f -> f.unmarshallLocationName().equals(root))
                        .findFirst()
                        .orElse(null);
                if (payload == null) {
                    xml.append("<" + root + ">");
                    structure(xml, answer, members);
                    xml.append("</" + root + ">");
                } else {
                    element(xml, root, payload, members.path(payload.memberName()));
                }
            }
            case REST_DOCUMENT -> {
                String document =
                        members.path(answer.sdkFields().get(0).memberName()).asText();
                return document.getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                return json(answer, members).toString().getBytes(StandardCharsets.UTF_8);
            }
        }
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the record types keep of an answer: the content of its only member where the root is that one and no carrier. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> held(Operation operation, Map<String, Object> answer) {
        boolean unwrapped = !operation.carriers().contains(operation.root()) && answer.containsKey(operation.root());
        return unwrapped ? (Map<String, Object>) answer.get(operation.root()) : answer;
    }

    private JsonNode json(SdkPojo pojo, JsonNode members) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        members.properties().forEach(member -> {
            SdkField<?> field = field(pojo, member.getKey());
            if (field == null) {
                out.set(member.getKey(), member.getValue());
            } else {
                out.set(field.unmarshallLocationName(), json(field, member.getValue()));
            }
        });
        return out;
    }

    private JsonNode json(SdkField<?> field, JsonNode value) {
        MarshallingType<?> type = field.marshallingType();
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (type == MarshallingType.SDK_POJO) {
            return json(field.constructor().get(), value);
        }
        if (type == MarshallingType.LIST) {
            var out = make.arrayNode();
            value.forEach(
                    one -> out.add(json(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), one)));
            return out;
        }
        if (type == MarshallingType.MAP) {
            var out = make.objectNode();
            SdkField<?> element = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
            value.properties().forEach(entry -> out.set(entry.getKey(), json(element, entry.getValue())));
            return out;
        }
        if (type == MarshallingType.INSTANT) {
            Instant at = instant(value);
            BigDecimal seconds = BigDecimal.valueOf(at.toEpochMilli(), 3).stripTrailingZeros();
            return iso(field) ? make.textNode(at.toString()) : make.numberNode(seconds);
        }
        return type == MarshallingType.SDK_BYTES ? make.textNode(base64(value)) : value;
    }

    private void structure(StringBuilder xml, SdkPojo pojo, JsonNode members) {
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            SdkField<?> field = field(pojo, member.getKey());
            if (field == null) {
                xml.append("<" + member.getKey() + "/>");
            } else if (field.containsTrait(ListTrait.class)
                    && field.getTrait(ListTrait.class).isFlattened()) {
                SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
                member.getValue().forEach(one -> element(xml, field.unmarshallLocationName(), element, one));
            } else {
                element(xml, field.unmarshallLocationName(), field, member.getValue());
            }
        }
    }

    private void element(StringBuilder xml, String name, SdkField<?> field, JsonNode value) {
        MarshallingType<?> type = field.marshallingType();
        xml.append("<" + name + ">");
        if (type == MarshallingType.SDK_POJO) {
            structure(xml, field.constructor().get(), value);
        } else if (type == MarshallingType.LIST) {
            ListTrait list = field.getTrait(ListTrait.class);
            String item = list.memberLocationName() == null ? "member" : list.memberLocationName();
            value.forEach(one -> element(xml, item, list.memberFieldInfo(), one));
        } else if (type == MarshallingType.MAP) {
            SdkField<?> element = field.getTrait(MapTrait.class).valueFieldInfo();
            value.properties().forEach(entry -> {
                xml.append("<entry><key>" + escaped(entry.getKey()) + "</key>");
                element(xml, "value", element, entry.getValue());
                xml.append("</entry>");
            });
        } else if (type == MarshallingType.INSTANT) {
            xml.append(instant(value));
        } else if (type == MarshallingType.SDK_BYTES) {
            xml.append(base64(value));
        } else {
            // IAM hands policy documents out URL-encoded; clients show them decoded.
            xml.append(escaped(
                    value.isObject() ? URLEncoder.encode(value.toString(), StandardCharsets.UTF_8) : value.asText()));
        }
        xml.append("</" + name + ">");
    }

    private static SdkField<?> field(SdkPojo pojo, String member) {
        return pojo.sdkFields().stream()
                .filter(f -> f.memberName().equals(member))
                .findFirst()
                .orElse(null);
    }

    private boolean iso(SdkField<?> field) {
        TimestampFormatTrait format = field.getTrait(TimestampFormatTrait.class);
        return format != null && format.format() == TimestampFormatTrait.Format.ISO_8601;
    }

    private static Instant instant(JsonNode value) {
        if (value.isObject()) {
            return OffsetDateTime.of(
                            value.path("year").intValue(),
                            value.path("month").intValue(),
                            value.path("day").intValue(),
                            value.path("hour").intValue(),
                            value.path("minute").intValue(),
                            value.path("second").intValue(),
                            value.path("microsecond").intValue() / 1000 * 1_000_000,
                            ZoneOffset.UTC)
                    .toInstant();
        }
        String text = value.asText();
        return text.matches("[0-9.E]+")
                ? Instant.ofEpochMilli(new BigDecimal(text).scaleByPowerOfTen(3).longValue())
                : OffsetDateTime.parse(text).toInstant();
    }

    private static String base64(JsonNode value) {
        return Base64.getEncoder().encodeToString(value.asText().getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#xD;");
    }
}
