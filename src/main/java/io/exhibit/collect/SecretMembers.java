package io.exhibit.collect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Replaces the text values of secret JSON members by "[cut]" and leaves every other byte as it came. Works on the bytes
 * rather than on parsed JSON, so that an answer that broke off within the value is cut as well.
 */
final class SecretMembers {

    private static final byte[] CUT = Redaction.CUT.getBytes(StandardCharsets.US_ASCII);

    /** By the names of which there is none. */
    private static final Map<List<String>, Absence> ABSENCES = new ConcurrentHashMap<>();

    private SecretMembers() {}

    /** The body itself when it holds none of them; otherwise a cut copy, with {@code /name} added to {@code cuts} for each value. */
    static byte[] cut(byte[] body, List<String> names, List<String> cuts) {
        if (absence(names).in(body)) {
            return body;
        }
        byte[] result = body;
        for (String name : names) {
            result = cut(result, name, cuts);
        }
        return result;
    }

    private static Absence absence(List<String> names) {
        return ABSENCES.computeIfAbsent(
                names,
                some -> new Absence(some.stream().map(SecretMembers::quoted).toList()));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static byte[] cut(byte[] body, String name, List<String> cuts) {
        byte[] quoted = quoted(name).getBytes(StandardCharsets.US_ASCII);
        int at = find(body, quoted, 0);
        if (at < 0) {
            return body;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        int written = 0;
        for (; at >= 0; at = find(body, quoted, at)) {
            at += quoted.length;
            int value = valueStart(body, at);
            if (value < 0) {
                continue;
            }
            at = valueEnd(body, value);
            out.write(body, written, value - written);
            out.writeBytes(CUT);
            written = at;
            cuts.add("/" + name);
        }
        out.write(body, written, body.length - written);
        return out.toByteArray();
    }

    /** The first byte of a text value after {@code :} and {@code "}, or -1 when none follows. */
    private static int valueStart(byte[] body, int from) {
        int colon = skipSpace(body, from);
        if (colon >= body.length || body[colon] != ':') {
            return -1;
        }
        int quote = skipSpace(body, colon + 1);
        return quote < body.length && body[quote] == '"' ? quote + 1 : -1;
    }

    private static int valueEnd(byte[] body, int from) {
        int i = from;
        while (i < body.length && body[i] != '"') {
            i += body[i] == '\\' ? 2 : 1;
        }
        return Math.min(i, body.length);
    }

    private static int skipSpace(byte[] body, int from) {
        int i = from;
        while (i < body.length && body[i] <= ' ' && body[i] >= 0) {
            i++;
        }
        return i;
    }

    private static int find(byte[] body, byte[] wanted, int from) {
        for (int i = from; i <= body.length - wanted.length; i++) {
            if (body[i] == wanted[0] && matches(body, wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] body, byte[] wanted, int at) {
        for (int k = 1; k < wanted.length; k++) {
            if (body[at + k] != wanted[k]) {
                return false;
            }
        }
        return true;
    }
}
