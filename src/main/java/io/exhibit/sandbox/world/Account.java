package io.exhibit.sandbox.world;

import java.time.Instant;

/** One account of the organization; {@code parent} is the id of its root or OU. */
public record Account(
        String id, String name, String email, String state, String parent, String joinedMethod, Instant joined) {
    public boolean active() {
        return state.equals("ACTIVE");
    }
}
