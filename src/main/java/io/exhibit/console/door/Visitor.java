package io.exhibit.console.door;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who was let in.
 *
 * @param name and function, as packs and logs print it
 * @param roles what the visitor may do
 * @param packs that an auditor was invited to; who reads everything reads every pack
 */
public record Visitor(String name, Set<Role> roles, Set<String> packs) {

    public Visitor {
        roles = Set.copyOf(roles);
        packs = Set.copyOf(packs);
    }

    /** Of the house. */
    public Visitor(String name, Set<Role> roles) {
        this(name, roles, Set.of());
    }

    /** Whoever may run the commands may do here what they do. */
    public static Visitor withEveryRole(String name) {
        return new Visitor(name, EnumSet.complementOf(EnumSet.of(Role.ANYONE, Role.AUDITOR)));
    }

    /** Whoever was invited to some packs. */
    static Visitor auditor(String name, Set<String> packs) {
        return new Visitor(name, Set.of(Role.AUDITOR), packs);
    }

    /** Whether he has at least one of the roles. */
    public boolean may(Set<Role> any) {
        return any.stream().anyMatch(roles::contains);
    }

    /** Whoever reads for the house sees every pack, an auditor those of his invitation. */
    public boolean sees(String pack) {
        return may(Role.READERS) || packs.contains(pack);
    }
}
