package io.exhibit.aws.vault;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is no evidence: FORMAT, keys, and notes of what was set aside, which name each of its objects. Each is asked for once. */
final class SmallObjects {

    /** Bytes of one of them. */
    static final int LARGEST = 16 << 20;

    private final Bucket bucket;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    SmallObjects(Bucket bucket) {
        this.bucket = bucket;
    }

    /** What was just written under the name. */
    void put(String name, byte[] content) {
        known.put(name, content);
    }

    Optional<byte[]> read(String name) throws IOException {
        byte[] content = known.get(name);
        if (content == null) {
            content = bucket.small(name, "", LARGEST).map(Small::content).orElse(null);
            if (content != null) {
                known.put(name, content);
            }
        }
        return Optional.ofNullable(content);
    }
}
