package io.exhibit.collect;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A place in a JSON text, and how to come past what stands there: white space, a mark, a string, a number, a word. */
final class JsonText {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = ONES << 7;
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final byte[] in;
    private int at;

    JsonText(byte[] in) {
        this.in = in;
    }

    static IOException malformed() {
        return new IOException("not well-formed JSON");
    }

    int at() {
        return at;
    }

    /** Where the white space ends. */
    int space() {
        while (at < in.length && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
            at++;
        }
        return at;
    }

    void pass() {
        at++;
    }

    void expect(char mark) throws IOException {
        if (here() != mark) {
            throw malformed();
        }
        at++;
    }

    /** From behind the opening quote to behind the closing one; tells whether all of it is ASCII without escapes. */
    boolean string() throws IOException {
        boolean plain = true;
        while (true) {
            at = ordinary(at);
            int here = here();
            if (here == '"') {
                at++;
                return plain;
            }
            if (here == '\\') {
                at += escape();
                plain = false;
            } else if (here > 127) {
                at += character(here);
                plain = false;
            } else if (here < ' ') {
                throw malformed();
            } else {
                at++;
            }
        }
    }

    /** Passes over eight bytes at a time while none of them ends the string or has a meaning; may stop too early. */
    private int ordinary(int from) {
        int i = from;
        while (i + 8 <= in.length) {
            long word = (long) EIGHT.get(in, i);
            long quote = word ^ ONES * '"';
            long slash = word ^ ONES * '\\';
            long special = (quote - ONES & ~quote | slash - ONES & ~slash | word - ONES * ' ' & ~word | word) & HIGH;
            if (special != 0) {
                return i + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            i += 8;
        }
        return i;
    }

    private int escape() throws IOException {
        int next = at + 1 < in.length ? in[at + 1] : -1;
        if (next != 'u') {
            if (next < 0 || ESCAPES.indexOf(next) < 0) {
                throw malformed();
            }
            return 2;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (i >= in.length || in[i] < 0 || Character.digit(in[i], 16) < 0) {
                throw malformed();
            }
        }
        return 6;
    }

    private int character(int lead) throws IOException {
        int length = lead >> 5 == 0b110 ? 2 : lead >> 4 == 0b1110 ? 3 : lead >> 3 == 0b11110 ? 4 : 0;
        if (length == 0 || at + length > in.length) {
            throw malformed();
        }
        int code = lead & 0xff >> length + 1;
        for (int i = at + 1; i < at + length; i++) {
            if ((in[i] & 0xC0) != 0x80) {
                throw malformed();
            }
            code = code << 6 | in[i] & 0x3f;
        }
        // RFC 3629: the shortest form, and no surrogates.
        int least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
        if (code < least || code > Character.MAX_CODE_POINT || code >= 0xD800 && code <= 0xDFFF) {
            throw malformed();
        }
        return length;
    }

    JsonToken word(String word, JsonToken token) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return token;
    }

    /** Passes over a number; tells whether it is a whole one. */
    boolean number() throws IOException {
        if (at < in.length && in[at] == '-') {
            at++;
        }
        if (here() == '0') {
            at++;
        } else {
            digits();
        }
        boolean whole = true;
        if (at < in.length && in[at] == '.') {
            at++;
            digits();
            whole = false;
        }
        if (at < in.length && (in[at] | 0x20) == 'e') {
            at++;
            if (here() == '+' || here() == '-') {
                at++;
            }
            digits();
            whole = false;
        }
        return whole;
    }

    private void digits() throws IOException {
        int from = at;
        while (at < in.length && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw malformed();
        }
    }

    private int here() throws IOException {
        if (at >= in.length) {
            throw malformed();
        }
        return in[at] & 0xff;
    }

    /** What a string means that was passed over. */
    static String decoded(byte[] in, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        int from = start;
        for (int i = start; i < end; ) {
            if (in[i] != '\\') {
                i++;
                continue;
            }
            out.append(new String(in, from, i - from, StandardCharsets.UTF_8));
            if (in[i + 1] == 'u') {
                out.append((char) Integer.parseInt(new String(in, i + 2, 4, StandardCharsets.US_ASCII), 16));
                i += 6;
            } else {
                out.append(MEANT.charAt(ESCAPES.indexOf(in[i + 1])));
                i += 2;
            }
            from = i;
        }
        return out.append(new String(in, from, end - from, StandardCharsets.UTF_8))
                .toString();
    }
}
