package io.exhibit.evaluate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The canonical form of a record: JSON without white space, members in the order of their names, instants as ISO 8601
 * text; its digest tells whether an item changed from one day to the next.
 */
final class Canonical {

    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest sha256;
    private final StringBuilder text = new StringBuilder();

    Canonical() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** First 16 hexadecimal digits of SHA-256 over the canonical form. */
    String digest(Map<String, Object> members) {
        text.setLength(0);
        append(members, text);
        byte[] digest = sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HEX.formatHex(digest, 0, 8);
    }

    static String text(Object value) {
        if (value instanceof Instant) {
            return value.toString();
        }
        StringBuilder text = new StringBuilder();
        append(value, text);
        return text.toString();
    }

    private static void append(Object value, StringBuilder text) {
        if (value instanceof String string) {
            quote(string, text);
        } else if (value instanceof Map<?, ?> map) {
            object(map, text);
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                append(list.get(i), i == 0 ? text : text.append(','));
            }
            text.append(']');
        } else if (value instanceof Instant) {
            text.append('"').append(value).append('"');
        } else {
            text.append(value);
        }
    }

    private static void object(Map<?, ?> map, StringBuilder text) {
        String[] names = map.keySet().toArray(new String[0]);
        Arrays.sort(names);
        char separator = '{';
        for (String name : names) {
            quote(name, text.append(separator));
            append(map.get(name), text.append(':'));
            separator = ',';
        }
        text.append(separator == '{' ? "{}" : "}");
    }

    private static void quote(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u00").append(HEX.toHexDigits((byte) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
