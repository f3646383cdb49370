package io.exhibit.sandbox.world;

import java.util.List;
import java.util.Locale;

/** One control policy, of services or of resources, with the ids of the roots, units and accounts that it is attached to. */
public record ControlPolicy(
        String id,
        String name,
        String type,
        String description,
        boolean awsManaged,
        String content,
        List<String> targets) {
    public String arn() {
        String path = "/" + type.toLowerCase(Locale.ROOT) + "/" + id;
        return awsManaged
                ? "arn:aws:organizations::aws:policy" + path
                : "arn:aws:organizations::" + Accounts.MANAGEMENT + ":policy/" + Accounts.Place.ORGANIZATION + path;
    }
}
