package io.exhibit.read.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One principal of a statement (IAM user guide, "AWS JSON policy elements: Principal").
 *
 * @param kind "AWS", "Service", "Federated", "CanonicalUser", or "*" for everyone
 * @param name as written: an ARN, an account, a unique id of something deleted, a service; "*" for everyone
 * @param account 12 digits when the name tells it, otherwise ""
 * @param anyone whether it matches every AWS account
 */
public record Principal(String kind, String name, String account, boolean anyone) {

    private static final Pattern ACCOUNT =
            Pattern.compile("(?:arn:[a-z0-9-]+:[a-z0-9-]+:[a-z0-9-]*:)?([0-9]{12})(?::.*)?");

    static Principal of(String kind, String name) {
        Matcher account = ACCOUNT.matcher(name);
        return new Principal(kind, name, account.matches() ? account.group(1) : "", name.equals("*"));
    }

    static Principal everyone() {
        return new Principal("*", "*", "", true);
    }

    /** NotPrincipal: with Allow everyone else is let in; with Deny nobody is. */
    static Principal everyoneBut(String names, boolean allowed) {
        return new Principal("*", "* except " + names, "", allowed);
    }
}
