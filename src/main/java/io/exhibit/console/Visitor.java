package io.exhibit.console;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who was let in.
 *
 * @param name and function, as packs and logs print it
 * @param roles what the visitor may do
 */
public record Visitor(String name, Set<Role> roles) {

    public Visitor {
        roles = Set.copyOf(roles);
    }

    /** Whoever may run the commands may do here what they do. */
    public static Visitor withEveryRole(String name) {
        return new Visitor(name, EnumSet.complementOf(EnumSet.of(Role.ANYONE)));
    }

    boolean may(Set<Role> any) {
        return any.stream().anyMatch(roles::contains);
    }
}
