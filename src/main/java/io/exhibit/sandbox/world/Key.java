package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.Optional;

/** One KMS key; {@code alias} is "" for none; {@code policy} is JSON text; {@code rotation} is empty where there can be none. */
public record Key(
        String id,
        String alias,
        String description,
        Kind kind,
        String state,
        Instant created,
        Optional<Instant> deletion,
        Optional<Rotation> rotation,
        String policy) {

    /** Who manages it and what it is made of. */
    public enum Kind {
        AWS_MANAGED("AWS", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "AWS_KMS"),
        SYMMETRIC("CUSTOMER", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "AWS_KMS"),
        IMPORTED("CUSTOMER", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "EXTERNAL"),
        SIGNING("CUSTOMER", "RSA_2048", "SIGN_VERIFY", "AWS_KMS"),
        MAC("CUSTOMER", "HMAC_256", "GENERATE_VERIFY_MAC", "AWS_KMS");

        private final String manager;
        private final String spec;
        private final String usage;
        private final String origin;

        Kind(String manager, String spec, String usage, String origin) {
            this.manager = manager;
            this.spec = spec;
            this.usage = usage;
            this.origin = origin;
        }

        public String manager() {
            return manager;
        }

        public String spec() {
            return spec;
        }

        public String usage() {
            return usage;
        }

        public String origin() {
            return origin;
        }
    }

    /** Whether the key is rotated automatically, and every how many days. */
    public record Rotation(boolean on, int days) {}

    Key withRotation(boolean on, int days) {
        return new Key(
                id, alias, description, kind, state, created, deletion, Optional.of(new Rotation(on, days)), policy);
    }

    Key withState(String other, Instant deleted) {
        return new Key(id, alias, description, kind, other, created, Optional.ofNullable(deleted), rotation, policy);
    }

    Key withPolicy(String other) {
        return new Key(id, alias, description, kind, state, created, deletion, rotation, other);
    }
}
