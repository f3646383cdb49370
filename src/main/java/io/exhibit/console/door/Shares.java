package io.exhibit.console.door;

import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;

/**
 * So many requests of one visitor hold a thread at once, and what he asks beside them waits without one: whoever takes slowly what he asked for would hold them all.
 * Who is not in is sent nothing that is large.
 */
public final class Shares extends ThreadLimitHandler {

    /** Of one visitor; a browser has six connections to a host. */
    private static final int EACH = 4;

    /** Visitors are told apart by so many words; two of one word share theirs. Every other cookie would make one more, for good. */
    private static final int WORDS = 1_024;

    private static final String STRANGER = "stranger";

    /** Of nobody yet. */
    public Shares() {
        super(null, false);
        setThreadLimit(EACH);
    }

    @Override
    protected String getRemoteIP(Request request) {
        for (HttpCookie cookie : Request.getCookies(request)) {
            if (cookie.getName().matches("(__Host-)?exhibit-[0-9]+")) {
                return "visitor " + Math.floorMod(cookie.getValue().hashCode(), WORDS);
            }
        }
        return STRANGER;
    }

    @Override
    protected int getThreadLimit(String who) {
        return who.equals(STRANGER) ? 0 : EACH;
    }
}
