package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Json;
import io.exhibit.sandbox.wire.Tree;
import java.util.List;
import java.util.Map;

/** Policy documents as JSON text, and the ARNs of AWS's managed policies. */
final class Documents {
    private Documents() {}

    static String aws(String name) {
        return "arn:aws:iam::aws:policy/" + name;
    }

    static String allow(String sid, List<String> actions, List<String> resources) {
        return document(Tree.of("Sid", sid, "Effect", "Allow", "Action", actions, "Resource", resources));
    }

    static String allow(String action, String resource) {
        return document(Tree.of("Effect", "Allow", "Action", action, "Resource", resource));
    }

    /** A statement may stand alone or in a list; both are lawful. */
    static String document(Object statements) {
        return Json.text(Tree.of("Version", "2012-10-17", "Statement", statements));
    }

    /** A trust policy for one principal ({@code kind} is AWS, Service or Federated); no condition when it is empty. */
    static String trust(String kind, String principal, String action, Map<String, Object> condition) {
        return document(Tree.of(
                "Effect",
                "Allow",
                "Principal",
                Tree.of(kind, principal),
                "Action",
                action,
                "Condition",
                condition.isEmpty() ? null : condition));
    }
}
