package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Caller;
import io.exhibit.sandbox.world.World;

/** The unique ids that IAM gives beside the names. */
final class Ids {
    private Ids() {}

    static String user(World world, String account, String name) {
        boolean caller = name.equals(Caller.MANAGEMENT_USER);
        return caller ? "AIDAEXHIBITCOLLECTOR" : "AIDA" + world.digest().letters("user", account + name, 17);
    }

    static String of(World world, String prefix, String arn) {
        return prefix + world.digest().letters(prefix, arn, 17);
    }
}
