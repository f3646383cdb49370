package io.exhibit.collect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Replaces the text values of secret JSON members by "[cut]", those within a list or an object too, and leaves every other byte as it came. Works on the bytes
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
            int end = value < 0 ? at : valueEnd(body, value);
            for (int text = text(body, value, end); text >= 0; text = text(body, at, end)) {
                at = textEnd(body, text);
                out.write(body, written, text - written);
                out.writeBytes(CUT);
                written = at++;
                cuts.add("/" + name);
            }
            at = Math.max(at, end);
        }
        out.write(body, written, body.length - written);
        return out.toByteArray();
    }

    /** Where the value after a {@code :} begins, or -1 when none follows. */
    private static int valueStart(byte[] body, int from) {
        int colon = skipSpace(body, from);
        return colon < body.length && body[colon] == ':' ? skipSpace(body, colon + 1) : -1;
    }

    /** Behind a text, or behind the brace or bracket that ends what begins here; a number is passed over. */
    private static int valueEnd(byte[] body, int from) {
        int depth = 0;
        for (int i = from; i < body.length; i++) {
            if (body[i] == '"') {
                i = textEnd(body, i + 1);
            } else if (body[i] == '{' || body[i] == '[') {
                depth++;
            } else if (body[i] == '}' || body[i] == ']') {
                depth--;
            }
            if (depth <= 0) {
                return Math.min(i + 1, body.length);
            }
        }
        return body.length;
    }

    /** Where the next text begins that is not the name of a member, or -1 when there is none before {@code end}. */
    private static int text(byte[] body, int from, int end) {
        for (int i = from; i >= 0 && i < end; i++) {
            if (body[i] == '"') {
                int behind = textEnd(body, i + 1) + 1;
                int next = skipSpace(body, behind);
                if (next >= body.length || body[next] != ':') {
                    return i + 1;
                }
                i = behind - 1;
            }
        }
        return -1;
    }

    private static int textEnd(byte[] body, int from) {
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
