package io.exhibit.mapping;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files as text: UTF-8 of at most 1 MiB, with or without a byte order mark. */
final class Utf8 {

    static final int MAX_BYTES = 1 << 20;

    private Utf8() {}

    /** The text without its mark; empty when it is none, or too long, and then there is a problem. */
    static Optional<String> read(String file, byte[] bytes, Problems problems) {
        Position top = new Position(file, 1, 1);
        if (bytes.length > MAX_BYTES) {
            problems.addUnread(
                    new Problem("too-large", top, "The file has more than " + MAX_BYTES + " bytes.", "Split it."));
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.addUnread(new Problem(
                    "not-utf8",
                    top,
                    "The file is not UTF-8 text.",
                    "Save it again, and choose UTF-8 as its encoding."));
            return Optional.empty();
        }
    }
}
