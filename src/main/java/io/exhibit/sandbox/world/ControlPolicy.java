package io.exhibit.sandbox.world;

import java.util.List;

/** One service control policy with the ids of the roots, units and accounts that it is attached to. */
public record ControlPolicy(
        String id, String name, String description, boolean awsManaged, String content, List<String> targets) {
    public String arn() {
        return awsManaged
                ? "arn:aws:organizations::aws:policy/service_control_policy/" + id
                : "arn:aws:organizations::" + Accounts.MANAGEMENT + ":policy/" + Accounts.Place.ORGANIZATION
                        + "/service_control_policy/" + id;
    }
}
