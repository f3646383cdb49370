package io.exhibit.seal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * One line of the log.
 *
 * @param kind what was sealed
 * @param id of the run (also for its assessment), of the pack, or of the new key; of what is found by its content the first digits of {@code sha256}
 * @param file that was sealed, relative to the vault, or "" for a pack, which lies elsewhere
 * @param sha256 of its bytes, hexadecimal
 * @param time when it was logged, by the writer's clock
 */
record Leaf(Kind kind, String id, String file, String sha256, Instant time) {

    /** What was sealed. */
    enum Kind {
        @JsonProperty("run")
        RUN,
        @JsonProperty("assessment")
        ASSESSMENT,
        @JsonProperty("pack")
        PACK,
        @JsonProperty("rotation")
        ROTATION,
        @JsonProperty("book")
        BOOK,
        @JsonProperty("approval")
        APPROVAL,
        @JsonProperty("channel")
        CHANNEL,
        @JsonProperty("receipt")
        RECEIPT,
        @JsonProperty("release")
        RELEASE,
        @JsonProperty("visits")
        VISITS
    }
}
