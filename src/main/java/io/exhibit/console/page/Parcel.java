package io.exhibit.console.page;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with one file (RFC 7578), as browsers send it and no otherwise. It is read here and not by the library, which would put files on the disk before anybody
 * looked at who sends them: the word of the session comes first, and nothing behind it is read before it is right. Nothing of it touches the disk.
 */
public final class Parcel {

    /** The one address at which a form brings a file. */
    public static final String ROUTE = "/{month}/book/documents/{id}";

    /** Field of every form, and the first one of those that bring a file: the word of the session. What a form carries for itself has a dot; what people fill in has none. */
    public static final String GUARD = "form.guard";

    /** Of a file. */
    static final int LARGEST = 10 << 20;

    /** Beside it: what is typed. */
    private static final int REST = 256 << 10;

    /** So much more is read and thrown away, so that who sends a file that is too large is told so and keeps what he typed. */
    private static final int THROWN_AWAY = 64 << 20;

    /** 10 MB come in that time over a line of 300 kbit/s. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int FIELDS = 20;
    private static final int HEAD = 1 << 10;

    private static final Pattern TYPE = Pattern.compile(
            "multipart/form-data; ?boundary=(?:\"([A-Za-z0-9'()+_,./:=? -]{1,70})\"|([A-Za-z0-9'()+_./:=?-]{1,70}))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DISPOSITION =
            Pattern.compile("form-data; name=\"([a-z_.]{1,40})\"(?:; filename=\"([^\"\\r\\n]{0,1000})\")?");

    private static final String ATTRIBUTE = "parcel";

    /**
     * The file of it.
     *
     * @param name as the visitor's disk has it
     * @param tooLarge whether there was more of it than is taken; then there are no bytes
     */
    public record Enclosed(String name, byte[] bytes, boolean tooLarge) {}

    private final Map<String, String> fields = new LinkedHashMap<>();
    private Optional<Enclosed> file = Optional.empty();

    private Parcel() {}

    static boolean isType(String contentType) {
        return TYPE.matcher(contentType).matches();
    }

    /** Of this request, where it was one. */
    public static Optional<Parcel> of(Context context) {
        return Optional.ofNullable(context.attribute(ATTRIBUTE));
    }

    String field(String name) {
        return fields.get(name);
    }

    /** The file; empty when none was chosen. */
    public Optional<Enclosed> file() {
        return file;
    }

    /**
     * Reads it, and keeps it for the page.
     *
     * @param guard that its first field must have
     * @param clock by which it has to come to its end in {@link #LONGEST}: what trickles would hold its place for good
     */
    public static void open(Context context, String contentType, String guard, InstantSource clock) throws IOException {
        Instant until = clock.instant().plus(LONGEST);
        Matcher type = TYPE.matcher(contentType);
        if (!type.matches()) {
            throw new Refusal(415, "That is no form as the pages of this console send it.");
        }
        if (context.req().getContentLengthLong() > THROWN_AWAY) {
            throw new Refusal(413, "That is larger than this console takes. A document has at most 10 MB.");
        }
        String boundary = "--" + (type.group(1) == null ? type.group(2) : type.group(1));
        InputStream in = context.req().getInputStream();
        byte[] first = (boundary + "\r\nContent-Disposition: form-data; name=\"" + GUARD + "\"\r\n\r\n" + guard + "\r\n"
                        + boundary)
                .getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(first, read(in, first.length, clock, until))) {
            throw new Refusal(
                    403, "The form is not one of this session. Load its page again, and choose the file once more.");
        }
        byte[] rest = read(in, LARGEST + REST, clock, until);
        boolean tooLarge = false;
        long more = 0;
        if (rest.length == LARGEST + REST) {
            byte[] away = new byte[1 << 16];
            for (int n = in.read(away); n >= 0; n = in.read(away)) {
                more += n;
                requireInTime(clock, until);
                tooLarge = true;
                if (more > THROWN_AWAY) {
                    throw new Refusal(413, "That is larger than this console takes. A document has at most 10 MB.");
                }
            }
        }
        Parcel parcel = new Parcel();
        parcel.parts(rest, ("\r\n" + boundary).getBytes(StandardCharsets.US_ASCII), tooLarge);
        context.attribute(ATTRIBUTE, parcel);
    }

    /** As many bytes, or all that come before the end. */
    private static byte[] read(InputStream in, int most, InstantSource clock, Instant until) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[Math.min(most, 1 << 16)];
        int n = 0;
        while (n >= 0 && all.size() < most) {
            n = in.read(some, 0, Math.min(some.length, most - all.size()));
            all.write(some, 0, Math.max(0, n));
            requireInTime(clock, until);
        }
        return all.toByteArray();
    }

    private static void requireInTime(InstantSource clock, Instant until) {
        if (clock.instant().isAfter(until)) {
            throw new Refusal(
                    408,
                    "The file did not come to its end in " + LONGEST.toMinutes()
                            + " minutes. Send it again over a faster line, or keep it elsewhere and type its digest.");
        }
    }

    private void parts(byte[] all, byte[] mark, boolean cut) {
        int at = 0;
        for (int n = 0; !(at + 2 <= all.length && all[at] == '-' && all[at + 1] == '-'); n++) {
            int head = at + 2;
            int body = find(all, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII), head - 2, at + HEAD) + 4;
            if (n == FIELDS || at + 2 > all.length || all[at] != '\r' || all[at + 1] != '\n' || body < 4) {
                throw malformed();
            }
            int end = find(all, mark, body - 2, all.length);
            // The file stands last, so that what is typed is there whatever becomes of it.
            if (end < 0 && cut) {
                part(text(all, head, body - 4), new byte[0], true);
                return;
            }
            if (end < 0) {
                throw malformed();
            }
            part(text(all, head, body - 4), Arrays.copyOfRange(all, body, Math.max(body, end)), false);
            at = end + mark.length;
        }
        if (!text(all, at + 2, all.length).strip().isEmpty()) {
            throw malformed();
        }
    }

    private void part(String head, byte[] body, boolean cut) {
        String name = null;
        String filename = null;
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(':');
            String key = colon < 0 ? "" : line.substring(0, colon);
            Matcher said = DISPOSITION.matcher(
                    colon < 0 ? "" : line.substring(colon + 1).strip());
            if (key.equalsIgnoreCase("Content-Disposition") && name == null && said.matches()) {
                name = said.group(1);
                filename = said.group(2);
            } else if (!key.equalsIgnoreCase("Content-Type")) {
                throw malformed();
            }
        }
        if (name == null || fields.containsKey(name)) {
            throw malformed();
        }
        if (filename == null) {
            if (body.length > REST || cut) {
                throw malformed();
            }
            fields.put(name, text(body, 0, body.length));
            return;
        }
        if (file.isPresent()) {
            throw malformed();
        }
        boolean tooLarge = cut || body.length > LARGEST;
        if (!filename.isEmpty() || body.length > 0) {
            file = Optional.of(new Enclosed(filename, tooLarge ? new byte[0] : body, tooLarge));
        }
    }

    private static int find(byte[] all, byte[] what, int from, int to) {
        for (int i = Math.max(0, from); i + what.length <= Math.min(to, all.length); i++) {
            int n = 0;
            while (n < what.length && all[i + n] == what[n]) {
                n++;
            }
            if (n == what.length) {
                return i;
            }
        }
        return -1;
    }

    private static String text(byte[] all, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(
                            all, Math.min(from, all.length), Math.max(0, to - Math.min(from, all.length))))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return new Refusal(400, "The form is not one that a browser sends, or did not come to its end. Send it again.");
    }
}
