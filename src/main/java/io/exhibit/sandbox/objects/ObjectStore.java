package io.exhibit.sandbox.objects;

import io.exhibit.sandbox.wire.Answer;
import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Signed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The buckets in which a vault can be kept; they are no part of the simulated organization. */
public final class ObjectStore {

    /** One that is always there, with versions and Object Lock. */
    public static final String VAULT = "exhibit-vault";

    private static final List<String> NAMES =
            List.of("PutObject", "GetObject", "HeadObject", "DeleteObject", "PutObjectRetention", "ListObjectsV2");

    private final Supplier<Instant> now;
    private final Map<String, Stored> buckets = new ConcurrentHashMap<>();
    private Optional<AwsError> next = Optional.empty();

    public ObjectStore(Supplier<Instant> now) {
        this.now = now;
        make(VAULT, true, true);
    }

    /** Makes an empty bucket. */
    public void make(String bucket, boolean versioned, boolean lockable) {
        buckets.put(bucket, new Stored(versioned, lockable));
    }

    /** The next put is refused so. */
    public synchronized void refusePut(int status, String code, String message) {
        next = Optional.of(new AwsError(status, code, message));
    }

    /** Changes the bytes of every version of a key, as a medium that rots; nothing that the server tells of them changes. */
    public synchronized void rot(String bucket, String key) {
        buckets.get(bucket).objects.get(key).replaceAll(version -> {
            byte[] other = version.content().clone();
            other[other.length / 2] ^= 1;
            return version.holding(other);
        });
    }

    /** Makes a name free, as if nothing had ever had it. */
    public synchronized void free(String bucket, String key) {
        buckets.get(bucket).objects.remove(key);
    }

    /** How many versions there are of a key, delete markers included. */
    public synchronized int versions(String bucket, String key) {
        return buckets.get(bucket).versions(key).size();
    }

    /** The keys of a bucket. */
    public synchronized List<String> keys(String bucket) {
        return List.copyOf(buckets.get(bucket).objects.keySet());
    }

    /** Whether an operation can be failed by this name. */
    public static boolean knows(String operation) {
        return NAMES.contains(operation);
    }

    /** The operation, when the request is for one of these buckets. */
    public Optional<Operation> operation(Signed request) {
        Ask ask = request.ask();
        if (!request.service().equals("s3")
                || !buckets.containsKey(ask.segments().get(0))) {
            return Optional.empty();
        }
        boolean object = ask.segments().size() > 1;
        boolean retention = ask.parameters().containsKey("retention");
        String name = switch (ask.method()) {
            case "PUT" -> retention ? "PutObjectRetention" : "PutObject";
            case "HEAD" -> "HeadObject";
            case "DELETE" -> "DeleteObject";
            default -> object ? "GetObject" : bucketOperation(ask);
        };
        return Optional.of(Operation.route(name, ask.method(), ask.path(), members -> Map.of()));
    }

    private static String bucketOperation(Ask ask) {
        return ask.parameters().containsKey("versioning")
                ? "GetBucketVersioning"
                : ask.parameters().containsKey("object-lock") ? "GetObjectLockConfiguration" : "ListObjectsV2";
    }

    /** Answers; throws the error that S3 would answer. */
    public synchronized Answer answer(Signed request, String operation) {
        Stored bucket = buckets.get(request.ask().segments().get(0));
        String path = request.ask().path();
        String key = path.substring(path.indexOf('/', 1) + 1);
        Requests requests = new Requests(bucket, now.get(), request);
        return switch (operation) {
            case "PutObject" -> {
                Optional<AwsError> refusal = next;
                next = Optional.empty();
                if (refusal.isPresent()) {
                    throw refusal.get();
                }
                yield requests.put(key);
            }
            case "GetObject" -> requests.get(key, true);
            case "HeadObject" -> requests.get(key, false);
            case "DeleteObject" -> requests.delete(key);
            case "PutObjectRetention" -> requests.retain(key);
            case "GetBucketVersioning" -> requests.versioning();
            case "GetObjectLockConfiguration" -> requests.lock();
            default -> requests.list(request.ask().segments().get(0));
        };
    }
}
