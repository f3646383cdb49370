package io.exhibit.console.door;

import java.time.Instant;

/**
 * A visit that goes on.
 *
 * @param id SHA-256 of the token that the browser has, hexadecimal; the token itself is not kept
 * @param bound to whom or what the token belongs beside the browser: a login, an invitation; "" where it came by a link for once
 * @param guard what every form carries, so that no other site can send one
 * @param seen when the visitor last asked for something
 */
public record Session(String id, Visitor visitor, String bound, String guard, Instant opened, Instant seen) {

    Session seen(Instant when) {
        return new Session(id, visitor, bound, guard, opened, when);
    }
}
