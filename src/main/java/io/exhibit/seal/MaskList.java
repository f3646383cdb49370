package io.exhibit.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code masked.ndjson} of a pack: every value that was masked, by what stands in its place. */
public final class MaskList {

    /** Its name in the payload. */
    public static final String NAME = "masked.ndjson";

    /** Folder of the masked copies in the payload. */
    public static final String COPIES = "copies/";

    /** What stands in the place of a value, such as {@code [user 3fa2c1]}. */
    public static final Pattern PSEUDONYM = Pattern.compile("\\[([a-z][a-z-]*) ([0-9a-f]{6,64})]");

    private static final Comparator<Masked> ORDER =
            Comparator.comparing(Masked::kind).thenComparing(Masked::pseudonym);

    private MaskList() {}

    /**
     * One value.
     *
     * @param count how often the pseudonym stands in the files under {@code data/}, the report and this list apart
     * @param digest of its {@link Commitment}
     * @param kind such as {@code user}
     */
    public record Masked(long count, String digest, String kind, String pseudonym) {}

    /** The bytes of the list. */
    public static byte[] of(Collection<Masked> values) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Masked value : values.stream().sorted(ORDER).toList()) {
            lines.writeBytes(CanonicalJson.line(value));
        }
        return lines.toByteArray();
    }

    /**
     * Reads a list.
     *
     * @throws IOException when it is not in its one form, or a pseudonym does not begin with the digest's first digits
     */
    static List<Masked> read(byte[] list) throws IOException {
        List<Masked> values = new ArrayList<>();
        for (byte[] line : VaultLog.lines(list)) {
            Masked value = CanonicalJson.read(line, Masked.class);
            Matcher pseudonym = PSEUDONYM.matcher(value.pseudonym());
            if (!pseudonym.matches()
                    || !pseudonym.group(1).equals(value.kind())
                    || !value.digest().matches("[0-9a-f]{64}")
                    || !value.digest().startsWith(pseudonym.group(2))
                    || !values.isEmpty() && ORDER.compare(values.get(values.size() - 1), value) >= 0) {
                throw new IOException("not the list of masked values: line " + (values.size() + 1));
            }
            values.add(value);
        }
        return values;
    }
}
