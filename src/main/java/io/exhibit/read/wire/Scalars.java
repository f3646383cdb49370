package io.exhibit.read.wire;

import io.exhibit.evidence.RecordType.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;

/** Values that travel as text. */
final class Scalars {

    /** The end of the year 9999, the last one that is written in four digits. */
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L);

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

    /** Epoch seconds with a fraction; cut to milliseconds, as AWS's own clients do. {@code null} when no calendar has that instant. */
    static Instant epoch(String number) {
        try {
            BigDecimal seconds = new BigDecimal(number);
            return seconds.abs().compareTo(LATEST) > 0
                    ? null
                    : Instant.ofEpochMilli(seconds.scaleByPowerOfTen(3).longValue());
        } catch (NumberFormatException endless) {
            return null;
        }
    }

    private static Boolean truth(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }
}
