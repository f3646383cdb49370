package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.List;

/** One managed policy, AWS's or the account's own, with its versions, the default one first. */
public record ManagedPolicy(String arn, String description, Instant created, List<String> versions) {
    public String name() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    public String path() {
        return arn.substring(arn.indexOf(":policy") + 7, arn.lastIndexOf('/') + 1);
    }
}
