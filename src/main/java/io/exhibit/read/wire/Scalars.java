package io.exhibit.read.wire;

import io.exhibit.evidence.RecordType.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;

/** Values that travel as text. */
final class Scalars {

    private Scalars() {}

    /**
     * The value of a text, or {@code null} when the text is none of this kind.
     *
     * @param kind one without parts
     */
    static Object of(Kind kind, String text) {
        try {
            return switch (kind) {
                case STRING -> text;
                case BLOB -> text.isBlank() ? "" : text.replaceAll("\\s", "");
                case LONG -> Long.valueOf(text.strip());
                case DOUBLE -> Double.valueOf(text.strip());
                case BOOLEAN -> truth(text.strip());
                case TIMESTAMP -> Instant.parse(text.strip());
                default -> null;
            };
        } catch (NumberFormatException | DateTimeException notOfThisKind) {
            return null;
        }
    }

    /** Epoch seconds with a fraction; cut to milliseconds, as AWS's own clients do. */
    static Instant epoch(BigDecimal seconds) {
        return Instant.ofEpochMilli(seconds.scaleByPowerOfTen(3).longValue());
    }

    private static Boolean truth(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }
}
