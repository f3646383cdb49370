package io.exhibit.collect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is cut from the body of an answer, by the operation that gave it: keys to documents, how to reach people, and texts in
 * which programs are told their passwords. That there is one can still be seen.
 */
final class SecretTexts {

    /** Members of answers and parameters of requests that are keys to a document; AWS's model does not mark them. */
    static final List<String> KEYS = List.of("documentPresignedUrl", "termToken");

    private static final Map<String, List<String>> MEMBERS = Map.of(
            "account:GetAlternateContact",
            List.of("Name", "Title", "EmailAddress", "PhoneNumber"),
            "identitystore:ListUsers",
            List.of(
                    "Value",
                    "Formatted",
                    "StreetAddress",
                    "Locality",
                    "Region",
                    "PostalCode",
                    "Country",
                    "Birthdate",
                    "ProfileUrl",
                    "Website"),
            "shield:DescribeEmergencyContactSettings",
            List.of("EmailAddress", "PhoneNumber", "ContactNotes"),
            // What a rule sends to its target.
            "events:ListTargetsByRule",
            List.of(
                    "Input",
                    "InputTemplate",
                    "HeaderParameters",
                    "QueryStringParameters",
                    "PathParameterValues",
                    "PipelineParameterList",
                    "GraphQLOperation",
                    "Sql",
                    "Sqls"),
            // A header by which a site knows its own front is compared, and added, in clear.
            "wafv2:GetWebACL",
            List.of("SearchString", "InsertHeaders"));

    /** What an origin of CloudFront knows CloudFront by. */
    private static final Pattern ORIGIN = Pattern.compile("<(HeaderValue)>[^<]+");

    /** Whom SNS tells: a mailbox, a telephone, a hook with its key; an ARN is nobody's address. */
    private static final Pattern SUBSCRIBER = Pattern.compile("<(Endpoint)>(?!arn:)[^<]+");

    /** What a load balancer knows CloudFront by: the values of a condition on a header. */
    private static final Pattern CONDITION = Pattern.compile("(?s)<HttpHeaderConfig>.*?(?:</HttpHeaderConfig>|$)");

    private static final Pattern VALUE = Pattern.compile("<(member)>[^<]+");

    /** The commands with which a session of Session Manager begins, in a document that is a text itself. */
    private static final Pattern COMMANDS =
            Pattern.compile("\\\\\"(?:linux|windows)\\\\\"(?:\\s|\\\\[nrt])*:(?:\\s|\\\\[nrt])*\\\\\"");

    private SecretTexts() {}

    /** The body itself when it holds none; otherwise a cut copy, with a path added to {@code cuts} for each. */
    static byte[] cut(String operation, byte[] body, List<String> cuts) {
        List<String> told = MEMBERS.get(operation);
        List<String> names = told == null
                ? KEYS
                : Stream.concat(KEYS.stream(), told.stream()).toList();
        byte[] cut = elements(ORIGIN, SecretMembers.cut(body, names, cuts), cuts);
        return switch (operation) {
            case "elbv2:DescribeRules" -> conditions(cut, cuts);
            case "ssm:GetDocument" -> commands(cut, cuts);
            default -> operation.startsWith("sns:") ? elements(SUBSCRIBER, cut, cuts) : cut;
        };
    }

    private static byte[] elements(Pattern element, byte[] body, List<String> cuts) {
        return body.length == 0 || body[0] != '<'
                ? body
                : replaced(element, body, found -> {
                    cuts.add("/" + found.group(1));
                    return "<" + found.group(1) + ">" + Redaction.CUT;
                });
    }

    private static byte[] conditions(byte[] body, List<String> cuts) {
        return replaced(
                CONDITION,
                body,
                condition -> VALUE.matcher(condition.group()).replaceAll(value -> {
                    cuts.add("/HttpHeaderConfig");
                    return "<member>" + Redaction.CUT;
                }));
    }

    /** Every byte is a character of Latin-1, so that those around a text come out as they went in. */
    private static byte[] replaced(Pattern pattern, byte[] body, Function<MatchResult, String> text) {
        Matcher found = pattern.matcher(new String(body, StandardCharsets.ISO_8859_1));
        return found.find()
                ? found.replaceAll(each -> Matcher.quoteReplacement(text.apply(each)))
                        .getBytes(StandardCharsets.ISO_8859_1)
                : body;
    }

    private static byte[] commands(byte[] body, List<String> cuts) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Matcher name = COMMANDS.matcher(text);
        StringBuilder cut = new StringBuilder();
        int written = 0;
        while (name.find()) {
            int end = innerEnd(text, name.end());
            if (end > name.end()) {
                cut.append(text, written, name.end()).append(Redaction.CUT);
                written = end;
                cuts.add("/shellProfile");
            }
        }
        return written == 0
                ? body
                : cut.append(text, written, text.length()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Where a text ends that stands in another one: at its quote, which has one backslash, or where that other one ends. */
    private static int innerEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '"' && !text.startsWith("\\\"", i)) {
            // Three backslashes are one that is meant, and what it stands before.
            i += text.startsWith("\\\\\\", i) ? 4 : 1;
        }
        return Math.min(i, text.length());
    }
}
