package io.exhibit.seal;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the one who verifies believes: keys that came to him by another way than what they signed.
 *
 * @param origin of the log that he means, or "" for any
 * @param authorities services whose time stamps count
 * @param threshold how many of the reviewers must have signed a pack; 0 when there are none
 */
public record Trust(String origin, int threshold, List<Entry> keys, List<Authority> authorities) {

    public Trust {
        keys = List.copyOf(keys);
        authorities = List.copyOf(authorities);
    }

    /** Without time stamping services. */
    public Trust(String origin, int threshold, List<Entry> keys) {
        this(origin, threshold, keys, List.of());
    }

    /** What a key may sign. */
    public enum Role {
        /** Checkpoints of the log. */
        LOG,
        /** Statements about packs. */
        STATEMENT,
        /** That a second person looked at a pack. */
        REVIEWER,
        /** When a checkpoint was there; such a key has a certificate and is an {@link Authority}. */
        TIMESTAMP
    }

    /**
     * A key and when it counts.
     *
     * @param name by which people know its holder
     * @param from first instant at which it may have signed; {@link Instant#MIN} when it always might
     * @param until first instant at which it may not any more, or empty
     */
    public record Entry(String name, Set<Role> roles, PublicKey key, Instant from, Optional<Instant> until) {

        public Entry {
            roles = Set.copyOf(roles);
        }

        boolean covers(Instant at) {
            return isWithin(at, from, until);
        }
    }

    /** A time stamping service, by the certificate with which it signs, and when that counts. */
    public record Authority(String name, X509Certificate certificate, Instant from, Optional<Instant> until) {

        boolean covers(Instant at) {
            return isWithin(at, from, until);
        }
    }

    private static boolean isWithin(Instant at, Instant from, Optional<Instant> until) {
        return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
    }

    /** Nobody: then it can be seen whether things fit together, and not whose they are. */
    public static Trust nobody() {
        return new Trust("", 0, List.of());
    }

    /** One key of the operator, without limits of time. */
    public static Trust of(PublicKey key) {
        Entry given = new Entry(
                "the key that was given", Set.of(Role.LOG, Role.STATEMENT), key, Instant.MIN, Optional.empty());
        return new Trust("", 0, List.of(given));
    }

    /** Whether there is somebody to believe in that role. */
    boolean has(Role role) {
        return keys.stream().anyMatch(entry -> entry.roles().contains(role));
    }

    /** Whether the times of signatures matter. */
    boolean dated() {
        return keys.stream().anyMatch(entry -> entry.from().isAfter(Instant.MIN));
    }
}
