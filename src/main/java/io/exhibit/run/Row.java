package io.exhibit.run;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.evidence.Target;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * An item as {@link ItemIndex} lays it out: its state, the number of its target, whether all of its letters are ASCII, then the lengths and the
 * UTF-8 of key, text, digest and acceptance.
 */
record Row(byte[] bytes, int at, int length) {

    private static final State[] STATES = State.values();
    private static final int HEAD = 1 + 1 + 4 + 4 * 4;
    private static final int KEY = 6;

    /** @return how many bytes that were */
    static int write(Item item, int target, DataOutputStream out) throws IOException {
        byte[][] fields = {
            utf8(item.key()), utf8(item.text()), utf8(item.digest()), utf8(item.acceptance()),
        };
        out.writeByte(item.state().ordinal());
        out.writeByte(ascii(fields[0]) && ascii(fields[1]) ? 1 : 0);
        out.writeInt(target);
        int length = HEAD;
        for (byte[] field : fields) {
            out.writeInt(field.length);
            length += field.length;
        }
        for (byte[] field : fields) {
            out.write(field);
        }
        return length;
    }

    State state() {
        return STATES[bytes[at]];
    }

    int target() {
        return number(2);
    }

    /** Whether key or text contain it, whatever the case. */
    boolean contains(Sought sought) {
        int key = number(KEY);
        int text = number(KEY + 4);
        int from = at + HEAD;
        if (bytes[at + 1] == 1) {
            return sought.ascii()
                    && (sought.isIn(bytes, from, from + key) || sought.isIn(bytes, from + key, from + key + text));
        }
        return lower(from, key).contains(sought.text())
                || lower(from + key, text).contains(sought.text());
    }

    Item item(List<Target> targets) {
        String[] fields = new String[4];
        int from = at + HEAD;
        for (int n = 0; n < fields.length; n++) {
            int size = number(KEY + 4 * n);
            fields[n] = new String(bytes, from, size, StandardCharsets.UTF_8);
            from += size;
        }
        return new Item(targets.get(target()), fields[0], state(), fields[2], fields[1], fields[3]);
    }

    private int number(int offset) {
        return ByteBuffer.wrap(bytes).getInt(at + offset);
    }

    private String lower(int from, int size) {
        return new String(bytes, from, size, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean ascii(byte[] text) {
        for (byte each : text) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }
}
