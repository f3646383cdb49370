package io.exhibit.console;

import java.time.Instant;

/**
 * A visit that goes on.
 *
 * @param id SHA-256 of the token that the browser has, hexadecimal; the token itself is not kept
 * @param guard what every form carries, so that no other site can send one
 * @param seen when the visitor last asked for something
 */
record Session(String id, Visitor visitor, String guard, Instant opened, Instant seen) {

    Session seen(Instant when) {
        return new Session(id, visitor, guard, opened, when);
    }
}
