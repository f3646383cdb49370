package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One IAM role; {@code trust} is its trust policy as JSON text; {@code lastUsed} is empty when not in the last 400 days. */
public record Role(
        String name,
        String path,
        Instant created,
        String trust,
        List<String> attached,
        Map<String, String> inline,
        Optional<Instant> lastUsed,
        Map<String, String> tags) {
    Role with(Optional<Instant> used) {
        return new Role(name, path, created, trust, attached, inline, used, tags);
    }

    Role withInline(Map<String, String> documents) {
        return new Role(name, path, created, trust, attached, documents, lastUsed, tags);
    }

    Role withTags(Map<String, String> other) {
        return new Role(name, path, created, trust, attached, inline, lastUsed, other);
    }

    public String arn(String account) {
        return "arn:aws:iam::" + account + ":role" + path + name;
    }
}
