package io.exhibit.evaluate;

import io.exhibit.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The canonical form of a record: JSON without white space, members in the order of their names, instants as seconds since
 * 1970-01-01T00:00:00Z with nine decimals where they have any; its digest tells whether an item changed from one day to
 * the next.
 */
final class Canonical {

    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest sha256 = Sha256.streaming();
    private final MemberOrder order = new MemberOrder();
    private final StringBuilder text = new StringBuilder();

    /** First 16 hexadecimal digits of SHA-256 over the canonical form. */
    String digest(Map<String, Object> members) {
        byte[] digest = sha256.digest(text(members).getBytes(StandardCharsets.UTF_8));
        return HEX.formatHex(digest, 0, 8);
    }

    String text(Object value) {
        text.setLength(0);
        append(value);
        return text.toString();
    }

    private void append(Object value) {
        if (value instanceof String string) {
            quote(string);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                if (i > 0) {
                    text.append(',');
                }
                append(list.get(i));
            }
            text.append(']');
        } else if (value instanceof Instant instant) {
            instant(instant);
        } else {
            text.append(value);
        }
    }

    private void object(Map<?, ?> map) {
        MemberOrder.Shape shape = order.of(map);
        Object[] values = map.values().toArray();
        text.append('{');
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            quote(shape.name(i));
            text.append(':');
            append(values[shape.at(i)]);
        }
        text.append('}');
    }

    private void instant(Instant instant) {
        text.append(instant.getEpochSecond());
        if (instant.getNano() != 0) {
            String nanos = Integer.toString(instant.getNano());
            text.append('.').append("000000000", nanos.length(), 9).append(nanos);
        }
    }

    private void quote(String string) {
        text.append('"');
        int done = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                text.append(string, done, i);
                done = i + 1;
                if (c < ' ') {
                    text.append("\\u00").append(HEX.toHexDigits((byte) c));
                } else {
                    text.append('\\').append(c);
                }
            }
        }
        text.append(string, done, string.length()).append('"');
    }
}
