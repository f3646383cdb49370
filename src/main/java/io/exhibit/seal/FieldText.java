package io.exhibit.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Values of the Exhibit-* fields: printable ASCII as it stands, every other byte of the UTF-8 form, and "%", as %XX. */
final class FieldText {

    private FieldText() {}

    static String encode(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            boolean edge = i == 0 || i == bytes.length - 1;
            boolean plain = bytes[i] > ' ' && bytes[i] < 0x7f && bytes[i] != '%' || bytes[i] == ' ' && !edge;
            if (plain) {
                out.append((char) bytes[i]);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(bytes[i] >> 4 & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(bytes[i] & 15, 16)));
            }
        }
        return out.toString();
    }

    /** @throws IllegalArgumentException when a "%" is not followed by two hexadecimal digits */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                out.write(c);
            } else if (i + 2 < text.length()) {
                out.write(Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                throw new IllegalArgumentException("a field ends within %XX: " + text);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
