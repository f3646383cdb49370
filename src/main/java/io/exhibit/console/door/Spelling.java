package io.exhibit.console.door;

import io.exhibit.console.page.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How addresses and forms spell what is no letter: a percent sign and two digits, in UTF-8. */
final class Spelling {

    private Spelling() {}

    /**
     * Refuses what can be read in two ways, or in none: the library would leave such a parameter out, and the page would answer what was
     * not asked.
     *
     * @param encoded part of an address or form as it was sent; {@code null} when there is none
     */
    static void require(String encoded) {
        if (encoded != null && !sound(encoded)) {
            throw new Refusal(
                    400, "The request is not spelled as browsers do it. Ask for the address as a page writes it.");
        }
    }

    private static boolean sound(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                if (i + 2 >= encoded.length()
                        || !HexFormat.isHexDigit(encoded.charAt(i + 1))
                        || !HexFormat.isHexDigit(encoded.charAt(i + 2))) {
                    return false;
                }
                bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
