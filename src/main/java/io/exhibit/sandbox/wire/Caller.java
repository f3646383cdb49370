package io.exhibit.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who signed a request: a role session in an account, or the collector's own user in the management account. */
public record Caller(String account, String arn, String userId) {
    public static final String MANAGEMENT_USER = "exhibit-collector";

    private static final Pattern SESSION_KEY = Pattern.compile("ASIA(\\d{12})\\w*");

    /** Reads the account out of the key id and the role session out of the session token, both as AssumeRole made them. */
    static Caller of(String accessKeyId, String sessionToken, String managementAccount) {
        Matcher session = SESSION_KEY.matcher(accessKeyId);
        if (!session.matches()) {
            return new Caller(
                    managementAccount,
                    "arn:aws:iam::" + managementAccount + ":user/" + MANAGEMENT_USER,
                    "AIDA" + "EXHIBITCOLLECTOR");
        }
        String role = sessionOf(sessionToken);
        return new Caller(
                session.group(1),
                "arn:aws:sts::" + session.group(1) + ":assumed-role/" + role,
                "AROAEXHIBITCOLLECTOR:" + role.substring(role.indexOf('/') + 1));
    }

    public static String token(String roleName, String sessionName) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((roleName + "/" + sessionName).getBytes(StandardCharsets.UTF_8));
    }

    private static String sessionOf(String token) {
        if (token == null || !token.matches("[\\w-]+")) {
            return "ExhibitCollector/exhibit";
        }
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        return text.matches("[\\w+=,.@-]{1,64}/[\\w+=,.@-]{2,64}") ? text : "ExhibitCollector/exhibit";
    }
}
