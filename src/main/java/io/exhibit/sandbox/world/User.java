package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One IAM user; at most two keys; {@code attached} has ARNs of managed policies, {@code inline} policy documents by name. */
public record User(
        String name,
        Instant created,
        Optional<Password> password,
        boolean mfa,
        List<AccessKey> keys,
        List<String> groups,
        List<String> attached,
        Map<String, String> inline,
        Map<String, String> tags) {

    /** {@code lastUsed} is empty while nobody has signed in with it. */
    public record Password(Instant changed, Optional<Instant> lastUsed) {}

    /** {@code lastUsed} is empty while the key was never used; then region and service are too. */
    public record AccessKey(
            boolean active, Instant rotated, Optional<Instant> lastUsed, String region, String service) {}

    /** A person with a console password and MFA. */
    static User person(String name, String created, Instant lastUsed, String... groups) {
        Instant since = Story.at(created);
        return new User(
                name,
                since,
                Optional.of(new Password(since.plusSeconds(600), Optional.of(lastUsed))),
                true,
                List.of(),
                List.of(groups),
                List.of(),
                Map.of(),
                Map.of());
    }

    /** A program with one access key and no password. */
    static User program(String name, String created, AccessKey key, String... groups) {
        return new User(
                name,
                Story.at(created),
                Optional.empty(),
                false,
                List.of(key),
                List.of(groups),
                List.of(),
                Map.of(),
                Map.of());
    }

    User withPassword(Password other) {
        return new User(name, created, Optional.ofNullable(other), mfa, keys, groups, attached, inline, tags);
    }

    User withMfa(boolean other) {
        return new User(name, created, password, other, keys, groups, attached, inline, tags);
    }

    User withKeys(AccessKey... other) {
        return new User(name, created, password, mfa, List.of(other), groups, attached, inline, tags);
    }

    User withAttached(String... arns) {
        return new User(name, created, password, mfa, keys, groups, List.of(arns), inline, tags);
    }

    User withInline(Map<String, String> documents) {
        return new User(name, created, password, mfa, keys, groups, attached, documents, tags);
    }

    User withTags(Map<String, String> other) {
        return new User(name, created, password, mfa, keys, groups, attached, inline, other);
    }
}
