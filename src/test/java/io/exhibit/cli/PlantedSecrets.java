package io.exhibit.cli;

import io.exhibit.cli.Planter.Plant;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Secrets of many kinds, and where in the answers of AWS they come from. */
final class PlantedSecrets {

    private final Map<String, String> all = new LinkedHashMap<>();

    /** With characters that are written otherwise in an address, and long enough to be met by no chance. */
    static String secret(String kind) {
        return "S3cr3t/" + kind + "+Zq8Wm";
    }

    /** Remembers a secret of that kind. */
    String of(String kind) {
        all.put(kind, secret(kind));
        return secret(kind);
    }

    /** By kind. */
    Map<String, String> all() {
        return all;
    }

    /** What is planted in answers. */
    List<Plant> plants() {
        String search = Base64.getEncoder().encodeToString(of("waf-search").getBytes(StandardCharsets.UTF_8));
        return List.of(
                contact("alternate-mail", "EmailAddress"),
                contact("alternate-name", "Name"),
                contact("alternate-phone", "PhoneNumber"),
                new Plant(
                        "directory-mail",
                        "AWSIdentityStore.ListUsers",
                        "\"Value\" ?: ?\"(?:[^\"\\\\]|\\\\.)*",
                        "\"Value\":\"" + of("directory-mail")),
                new Plant(
                        "directory-street",
                        "AWSIdentityStore.ListUsers",
                        "\"StreetAddress\" ?: ?\"(?:[^\"\\\\]|\\\\.)*",
                        "\"StreetAddress\":\"" + of("directory-street")),
                new Plant(
                        "shield-mail",
                        "DescribeEmergencyContactSettings",
                        "\"EmailAddress\" ?: ?\"(?:[^\"\\\\]|\\\\.)*",
                        "\"EmailAddress\":\"" + of("shield-mail")),
                new Plant(
                        "topic-hook",
                        "Action=ListSubscriptionsByTopic",
                        "<Endpoint>(?!arn)[^<]*",
                        "<Endpoint>https://hook.example/" + of("topic-hook")),
                new Plant(
                        "origin-header", "/distribution", "<HeaderValue>[^<]*", "<HeaderValue>" + of("origin-header")),
                new Plant(
                        "waf-search",
                        "AWSWAF_20190729.GetWebACL",
                        "\"WebACL\" ?: ?\\{",
                        "\"WebACL\":{\"SearchString\":\"" + search + "\","),
                new Plant(
                        "waf-header",
                        "AWSWAF_20190729.GetWebACL",
                        "\"WebACL\" ?: ?\\{",
                        "\"WebACL\":{\"InsertHeaders\":[{\"Name\":\"x\",\"Value\":\"" + of("waf-header") + "\"}],"),
                new Plant(
                        "balancer-header",
                        "Action=DescribeRules",
                        "<RuleArn>",
                        "<Conditions><member><HttpHeaderConfig><Values><member>" + of("balancer-header")
                                + "</member></Values></HttpHeaderConfig></member></Conditions><RuleArn>"),
                new Plant(
                        "rule-input",
                        "AWSEvents.ListTargetsByRule",
                        "\"Id\"",
                        "\"Input\":\"pass " + of("rule-input") + "\",\"Id\""),
                new Plant(
                        "rule-header",
                        "AWSEvents.ListTargetsByRule",
                        "\"Id\"",
                        "\"HttpParameters\":{\"HeaderParameters\":{\"X-Key\":\"" + of("rule-header") + "\"}},\"Id\""),
                new Plant(
                        "rule-statement",
                        "AWSEvents.ListTargetsByRule",
                        "\"Id\"",
                        "\"RedshiftDataParameters\":{\"Sql\":\"copy " + of("rule-statement") + "\"},\"Id\""),
                new Plant(
                        "session-commands",
                        "AmazonSSM.GetDocument",
                        "exec bash",
                        "export T=" + of("session-commands") + "; exec bash"),
                new Plant("document", "X-Amz-Signature=", "%PDF-", "%PDF-1.7 " + of("document")));
    }

    private Plant contact(String kind, String member) {
        return new Plant(
                kind,
                "lternateContact",
                "\"" + member + "\" ?: ?\"(?:[^\"\\\\]|\\\\.)*",
                "\"" + member + "\":\"" + of(kind));
    }
}
