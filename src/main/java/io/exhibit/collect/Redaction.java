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

/**
 * Cuts secrets before anything is digested or stored: of a request's head only what names the question is kept; the values
 * that open AWS Artifact's documents, a session token that an error repeats, and the query of a redirect are replaced by
 * "[cut]", as is what {@link SecretTexts} knows of answers. Every byte around them stays. A packed body in which something is
 * cut is kept unpacked; one that cannot be unpacked cannot be searched, and is not kept.
 */
public final class Redaction {

    /** Stands where a value was. */
    public static final String CUT = "[cut]";

    private static final Map<String, String> KEPT = Map.of(
            "host", "Host",
            "content-type", "Content-Type",
            "x-amz-target", "X-Amz-Target");
    private static final Set<String> DROPPED = Set.of("set-cookie", "transfer-encoding");

    private static final Pattern PARAMETER =
            Pattern.compile("([?&](" + String.join("|", SecretTexts.KEYS) + ")=)[^&]*");
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
        return new Exchange.Request(r.method(), uri, head, SecretMembers.cut(r.body(), SecretTexts.KEYS, cuts));
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
            body = token(r.status(), SecretTexts.cut(call.operation(), plain, cuts), cuts);
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
