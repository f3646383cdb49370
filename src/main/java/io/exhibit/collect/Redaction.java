package io.exhibit.collect;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Exchange.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cuts secrets before anything is digested or stored: of a request's head only what names the question is kept; the values
 * that open AWS Artifact's documents, a session token that an error repeats, and the query of a redirect are replaced by
 * "[cut]", as is how to reach people: in the contacts of an account and of Shield, in the directory of Identity Center, and
 * those that SNS tells. Every byte around them stays. A packed body in which something is cut is kept unpacked; one that
 * cannot be unpacked cannot be searched, and is not kept.
 */
public final class Redaction {

    /** Stands where a value was. */
    public static final String CUT = "[cut]";

    private static final Map<String, String> KEPT = Map.of(
            "host", "Host",
            "content-type", "Content-Type",
            "x-amz-target", "X-Amz-Target");
    private static final Set<String> DROPPED = Set.of("set-cookie", "transfer-encoding");

    /** Members of answers and parameters of requests that are keys to a document; AWS's model does not mark them. */
    private static final List<String> SECRETS = List.of("documentPresignedUrl", "termToken");

    /** By operation, what it tells of people; how many there are can still be counted. */
    private static final Map<String, List<String>> PEOPLE = Map.of(
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
            List.of("EmailAddress", "PhoneNumber", "ContactNotes"));

    /** What an origin of CloudFront knows CloudFront by. */
    private static final Pattern ORIGIN = Pattern.compile("<(HeaderValue)>[^<]+");

    /** Whom SNS tells: a mailbox, a telephone, a hook with its key; an ARN is nobody's address. */
    private static final Pattern SUBSCRIBER = Pattern.compile("<(Endpoint)>(?!arn:)[^<]+");

    private static final Pattern PARAMETER = Pattern.compile("([?&](" + String.join("|", SECRETS) + ")=)[^&]*");
    private static final Pattern SIGNED =
            Pattern.compile("(?i)((?:x-amz-[a-z-]+|awsaccesskeyid|signature)\\s*[:=]\\s*)[^&\\s\"<]+");

    /** SignatureDoesNotMatch repeats the request as it should have been signed, session token and all. */
    private static final Pattern TOKEN = Pattern.compile("(?i)(x-amz-security-token\\s*[:=]\\s*)[a-z0-9+/=%_.~-]+");

    private static final Pattern QUERY = Pattern.compile("\\?.*");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final int LONGEST_LINE = 500;

    private Redaction() {}

    /** The exchange as it may be kept. */
    static Exchange exchange(Call call, int page, int attempt, Outcome outcome, Attempt seen) {
        List<String> cuts = new ArrayList<>(seen.cuts());
        Exchange.Request request = request(seen.request(), cuts);
        Exchange.Response response = seen.response() == null ? null : response(call, seen.response(), cuts);
        String requestId = response == null ? "" : requestId(response.headers());
        return new Exchange(
                call,
                page,
                attempt,
                outcome,
                seen.at(),
                requestId,
                request,
                response,
                line(seen.error()),
                List.copyOf(cuts));
    }

    /** One line of at most 500 characters, without control characters and without the values of signed URLs. */
    static String line(String text) {
        String line = SIGNED.matcher(CONTROL.matcher(text).replaceAll(" ")).replaceAll("$1" + CUT);
        if (line.length() <= LONGEST_LINE) {
            return line;
        }
        boolean between = Character.isHighSurrogate(line.charAt(LONGEST_LINE - 1));
        return line.substring(0, between ? LONGEST_LINE - 1 : LONGEST_LINE) + "...";
    }

    private static Exchange.Request request(Exchange.Request r, List<String> cuts) {
        Map<String, String> head = new TreeMap<>();
        r.headers().forEach((name, value) -> {
            String kept = KEPT.get(name.toLowerCase(Locale.ROOT));
            if (kept != null) {
                head.put(kept, value);
            }
        });
        String uri = PARAMETER.matcher(r.uri()).replaceAll(found -> {
            cuts.add("?" + found.group(2));
            return found.group(1) + CUT;
        });
        return new Exchange.Request(r.method(), uri, head, SecretMembers.cut(r.body(), SECRETS, cuts));
    }

    private static List<String> secrets(Call call) {
        List<String> people = PEOPLE.get(call.operation());
        return people == null
                ? SECRETS
                : Stream.concat(SECRETS.stream(), people.stream()).toList();
    }

    private static Exchange.Response response(Call call, Exchange.Response r, List<String> cuts) {
        Map<String, String> head = new TreeMap<>(r.headers());
        head.keySet().removeAll(DROPPED);
        head.computeIfPresent("location", (name, address) -> {
            String cut = QUERY.matcher(address).replaceFirst("?" + CUT);
            if (!cut.equals(address)) {
                cuts.add("location?");
            }
            return cut;
        });
        byte[] body;
        try {
            byte[] plain = Entity.plain(r);
            byte[] cut = elements(ORIGIN, SecretMembers.cut(plain, secrets(call), cuts), cuts);
            body = token(r.status(), call.operation().startsWith("sns:") ? elements(SUBSCRIBER, cut, cuts) : cut, cuts);
            if (body == plain) {
                return new Exchange.Response(r.status(), head, r.body());
            }
        } catch (IOException unreadable) {
            cuts.add("body");
            body = new byte[0];
        }
        // Of the body that came, not of the one that is kept.
        head.keySet().removeAll(List.of("content-encoding", "content-length"));
        return new Exchange.Response(r.status(), head, body);
    }

    private static byte[] elements(Pattern element, byte[] body, List<String> cuts) {
        if (body.length == 0 || body[0] != '<') {
            return body;
        }
        Matcher said = element.matcher(new String(body, StandardCharsets.ISO_8859_1));
        if (!said.find()) {
            return body;
        }
        String cut = said.replaceAll(found -> {
            cuts.add("/" + found.group(1));
            return "<" + found.group(1) + ">" + CUT;
        });
        return cut.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Every byte is a character of Latin-1, so that those around a token come out as they went in. */
    private static byte[] token(int status, byte[] body, List<String> cuts) {
        if (status / 100 == 2) {
            return body;
        }
        Matcher said = TOKEN.matcher(new String(body, StandardCharsets.ISO_8859_1));
        if (!said.find()) {
            return body;
        }
        cuts.add("x-amz-security-token");
        return said.replaceAll("$1" + Matcher.quoteReplacement(CUT)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String requestId(Map<String, String> headers) {
        for (String name : List.of("x-amzn-requestid", "x-amz-request-id", "x-amzn-request-id")) {
            String id = headers.get(name);
            if (id != null) {
                return id;
            }
        }
        return "";
    }
}
