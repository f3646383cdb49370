package io.exhibit.aws.vault;

import io.exhibit.aws.vault.Bucket.Lock;
import io.exhibit.aws.vault.Bucket.Put;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.VaultException;
import io.exhibit.seal.VaultException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The one writer's object {@code lock}: put when there is none, or over a free one by its ETag. It keeps two writers out of each
 * other's way; what keeps the log whole should both be at work is that the checkpoint is replaced by its ETag.
 */
final class WriterLock implements Closeable {

    private static final String NAME = "lock";
    private static final byte[] FREE = "exhibit-lock 1\nfree\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern TAKEN = Pattern.compile("exhibit-lock 1\nholder ([^\n]+)\nsince ([^\n]+)\n");

    /** How the writers of a cluster call themselves: only one of them writes at a time, and each has a higher number. */
    private static final Pattern NUMBERED = Pattern.compile("cluster (.+) epoch (\\d{1,18}), node .*");

    /** No run takes so long. Who is still at work then finds the checkpoint replaced, and stops. */
    private static final Duration STALE = Duration.ofHours(12);

    private static final int TURNS = 3;
    private static final int LONGEST = 1 << 12;

    private final Bucket bucket;
    private final String etag;

    private WriterLock(Bucket bucket, String etag) {
        this.bucket = bucket;
        this.etag = etag;
    }

    private record Held(String etag, String text) {}

    static WriterLock take(S3Place place, Bucket bucket, String holder, InstantSource clock) throws IOException {
        Instant now = clock.instant();
        String mine = "exhibit-lock 1\nholder " + holder.replace('\n', ' ') + "\nsince " + now + "\n";
        Condition condition = Condition.ABSENT;
        for (int turn = 0; turn < TURNS; turn++) {
            Optional<Put> put = put(bucket, mine.getBytes(StandardCharsets.UTF_8), condition);
            if (put.isPresent()) {
                return new WriterLock(bucket, put.get().etag());
            }
            Optional<Held> held = read(bucket);
            if (held.isPresent() && held.get().text().equals(mine)) {
                // The answer to our own put was lost.
                return new WriterLock(bucket, held.get().etag());
            }
            if (held.isPresent()
                    && !isFree(held.get().text(), now)
                    && !isBefore(held.get().text(), mine)) {
                throw locked(place, held.get().text());
            }
            condition = held.map(there -> Condition.matches(there.etag())).orElse(Condition.ABSENT);
        }
        throw locked(place, "");
    }

    private static boolean isFree(String text, Instant now) {
        Matcher taken = TAKEN.matcher(text);
        if (!taken.matches()) {
            return text.equals(new String(FREE, StandardCharsets.US_ASCII));
        }
        try {
            return Instant.parse(taken.group(2)).plus(STALE).isBefore(now);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether the holder is an earlier writer of the same cluster, which has passed him over by now. */
    private static boolean isBefore(String text, String mine) {
        Matcher theirs = NUMBERED.matcher(holder(text));
        Matcher ours = NUMBERED.matcher(holder(mine));
        return theirs.matches()
                && ours.matches()
                && theirs.group(1).equals(ours.group(1))
                && Long.parseLong(theirs.group(2)) < Long.parseLong(ours.group(2));
    }

    private static String holder(String text) {
        Matcher taken = TAKEN.matcher(text);
        return taken.matches() ? taken.group(1) : "";
    }

    /** The name of a cluster's writer for {@link S3Settings#holder}. */
    static String holder(String cluster, long epoch, String node) {
        return "cluster " + cluster + " epoch " + epoch + ", node " + node;
    }

    private static VaultException locked(S3Place place, String text) {
        Matcher taken = TAKEN.matcher(text);
        String who = taken.matches() ? " (" + taken.group(1) + ", since " + taken.group(2) + ")" : "";
        return new VaultException(
                Reason.LOCKED,
                "The vault " + place + " is being written by another run" + who
                        + "; try again when it has ended. The lock of" + " one that died is passed over after "
                        + STALE.toHours() + " hours.");
    }

    private static Optional<Put> put(Bucket bucket, byte[] content, Condition condition) throws IOException {
        return bucket.put(NAME, RequestBody.fromBytes(content), Sha256.hex(content), condition, Lock.NONE, Map.of());
    }

    private static Optional<Held> read(Bucket bucket) throws IOException {
        return bucket.small(NAME, "", LONGEST)
                .map(there -> new Held(there.etag(), new String(there.content(), StandardCharsets.UTF_8)));
    }

    /** Lets go, unless somebody has passed over it. */
    @Override
    public void close() throws IOException {
        put(bucket, FREE, Condition.matches(etag));
    }
}
