package io.exhibit.sandbox.world;

import io.exhibit.sandbox.world.Accounts.Place;
import java.util.List;
import java.util.stream.Stream;

/** One organizational unit below its parent. */
public record Unit(String id, String name, String parent) {
    private static final List<Unit> ALL = List.of(
            new Unit(Place.SECURITY, "Security", Place.ROOT),
            new Unit(Place.AUDIT, "Audit", Place.SECURITY),
            new Unit(Place.WORKLOADS, "Workloads", Place.ROOT),
            new Unit(Place.PRODUCTION, "Production", Place.WORKLOADS),
            new Unit(Place.SANDBOX, "Sandbox \u2014 \u5b9f\u9a13 \u202e<b>", Place.ROOT),
            new Unit(Place.SUSPENDED, "Suspended", Place.ROOT));

    public static List<Unit> all() {
        return ALL;
    }

    public static List<Unit> below(String parent) {
        return ALL.stream().filter(unit -> unit.parent().equals(parent)).toList();
    }

    public static boolean exists(String id) {
        return Stream.concat(Stream.of(Place.ROOT), ALL.stream().map(Unit::id)).anyMatch(id::equals);
    }

    /** From the organization down to the unit or root, as AWS writes paths. */
    public static String path(String id) {
        return ALL.stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .map(unit -> path(unit.parent()) + id + "/")
                .orElse(Place.ORGANIZATION + "/" + Place.ROOT + "/");
    }
}
