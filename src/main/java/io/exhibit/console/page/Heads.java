package io.exhibit.console.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer says of itself, the refused ones too. */
public final class Heads {

    /** Nothing but what this server hands out, and no page of ours within another one. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** Of every page; a browser that has to guess the encoding can be made to guess wrong. */
    public static final String HTML = "text/html;charset=utf-8";

    private Heads() {}

    /** @param encrypted whether the browser may be told to come by TLS alone from now on */
    public static Map<String, String> of(boolean encrypted) {
        Map<String, String> heads = new LinkedHashMap<>();
        heads.put("Content-Security-Policy", POLICY);
        heads.put("X-Content-Type-Options", "nosniff");
        heads.put("X-Frame-Options", "DENY");
        heads.put("Referrer-Policy", "same-origin");
        heads.put("Cross-Origin-Opener-Policy", "same-origin");
        heads.put("Cross-Origin-Resource-Policy", "same-origin");
        heads.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        heads.put("Cache-Control", "no-store");
        if (encrypted) {
            heads.put("Strict-Transport-Security", "max-age=31536000");
        }
        return heads;
    }
}
