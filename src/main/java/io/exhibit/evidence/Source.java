package io.exhibit.evidence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One thing that is asked of AWS, and how its answers read.
 *
 * @param key such as {@code iam.credential-report}; unit files and the collection log are kept by it
 * @param title for people: "IAM credential report"
 * @param scope how often it is asked
 * @param operations every operation that it may call
 * @param readings the kinds of record that its answers hold
 * @param only what it asks for where it does not ask for everything, for people; "" when nothing narrows its lists
 */
public record Source(
        String key, String title, Scope scope, List<Operation> operations, List<Reading> readings, String only) {

    /** How often a source is asked. */
    public enum Scope {
        /** Once, in the account that the run starts from. */
        ORGANIZATION,
        /** Once in every account. */
        ACCOUNT,
        /** In every enabled region of every account. */
        REGION
    }

    /** What AWS answers about an item that is gone. */
    private static final Set<String> GONE = Set.of(
            "NoSuchEntity",
            "NoSuchBucket",
            "NotFoundException",
            "ResourceNotFoundException",
            "PolicyNotFoundException",
            "LoadBalancerNotFound",
            "WAFNonexistentItemException",
            "TrailNotFoundException",
            "DBSnapshotNotFound",
            "DBClusterSnapshotNotFoundFault",
            "InvalidSnapshot.NotFound");

    public Source {
        operations = List.copyOf(operations);
        readings = List.copyOf(readings);
        only = only == null ? "" : only;
    }

    /** One whose lists nothing narrows. */
    public Source(String key, String title, Scope scope, List<Operation> operations, List<Reading> readings) {
        this(key, title, scope, operations, readings, "");
    }

    /** The same, asking for that alone. */
    public Source only(String what) {
        return new Source(key, title, scope, operations, readings, what);
    }

    /** @throws IllegalArgumentException for one that it did not declare */
    public Operation operation(String name) {
        return operations.stream()
                .filter(o -> o.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " does not declare " + name));
    }

    /**
     * Whether an error says that an item, which had just been listed, is gone by now: the answer to a detail call about it, by
     * a code that is not declared as a fact ("the bucket has no policy").
     */
    public boolean tellsVanished(Call call, String code) {
        return !call.subject().isEmpty()
                && GONE.contains(code)
                && !operation(call.operation()).facts().contains(code)
                && readings.stream().anyMatch(r -> r.details().contains(call.operation()));
    }

    /** The IAM actions that its calls need, in the order of the calls. */
    public Set<String> permissions() {
        Set<String> all = new LinkedHashSet<>();
        operations.forEach(o -> all.addAll(o.permissions()));
        return all;
    }
}
