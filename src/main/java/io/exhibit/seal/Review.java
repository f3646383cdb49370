package io.exhibit.seal;

import io.exhibit.seal.Statement.Digest;
import io.exhibit.seal.Statement.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a second person says of a pack (in-toto Statement, version 1): that he looked at the zip of that digest. It lies beside the pack, in
 * an envelope like that of the pack's own statement, because the log seals the zip's digest and nothing can be added to it.
 *
 * @param subject the zip alone, by its file name and SHA-256
 */
public record Review(String _type, Looked predicate, String predicateType, List<Subject> subject) {

    static final String TYPE = "urn:exhibit:review:1";

    private static final Pattern NAME = Pattern.compile("[0-9a-z][0-9a-z-]{0,63}");
    private static final String END = ".dsse.json";

    public Review {
        subject = List.copyOf(subject);
    }

    /**
     * Who looked, and when.
     *
     * @param reviewer as he calls himself; who he is says his key
     * @param signed by his own clock
     */
    record Looked(String reviewer, Instant signed) {}

    /** Whether a reviewer can be called that: the name is part of a file's name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Where the signature of a reviewer lies. */
    public static Path file(Path zip, String reviewer) {
        return zip.resolveSibling(zip.getFileName() + "." + reviewer + END);
    }

    /** Whether a file of that name claims to be about a zip of that name. */
    static boolean isAbout(String zip, String file) {
        return file.startsWith(zip + ".") && file.endsWith(END) && file.length() > zip.length() + 1 + END.length();
    }

    /** Signs a zip as it lies there: the envelope, one line. */
    public static byte[] sign(Path zip, String reviewer, Instant at, Signer key) throws IOException {
        Review review = new Review(
                Statement.TYPE,
                new Looked(reviewer, at),
                TYPE,
                List.of(new Subject(
                        new Digest(Digests.hex(zip)), zip.getFileName().toString())));
        return CanonicalJson.line(Envelope.sign(CanonicalJson.line(review), key));
    }
}
