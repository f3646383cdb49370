package io.exhibit.console;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every route: whether the request is for this host, comes no faster than people do, from somebody who is in and may do
 * that, and from a page of ours.
 */
final class Guard {

    /** Field of every form. */
    static final String FIELD = "guard";

    private static final String SESSION = "session";

    private final boolean encrypted;
    private final Sessions sessions;
    private final Pace pace;
    private volatile Set<String> hosts = Set.of();

    Guard(boolean encrypted, Sessions sessions, Pace pace) {
        this.encrypted = encrypted;
        this.sessions = sessions;
        this.pace = pace;
    }

    /**
     * By which names, with their port, this console may be asked for: a page elsewhere whose name was made to lead here (DNS rebinding) has
     * another one. None before it is told.
     */
    void known(Set<String> names) {
        hosts = Set.copyOf(names);
    }

    /** Name of the cookie: over TLS browsers keep one of that kind from other hosts and from plain connections. */
    String cookie() {
        return encrypted ? "__Host-exhibit" : "exhibit";
    }

    boolean encrypted() {
        return encrypted;
    }

    /** Before it is looked at what was asked for. */
    void first(Context context) {
        Heads.of(encrypted).forEach(context::header);
        if (!pace.allows(context.ip())) {
            throw new Refusal(429, "That was too much at once. Wait a moment and ask again.");
        }
        String host = context.host();
        if (host == null || !hosts.contains(host)) {
            throw new Refusal(
                    421, "This console is not known by that name. Ask for it at the address that it printed.");
        }
    }

    /** Before a route answers. */
    void second(Context context) {
        Set<Role> roles =
                Set.copyOf(context.routeRoles().stream().map(Role.class::cast).toList());
        Optional<Session> session = sessions.of(context.cookie(cookie()));
        session.ifPresent(found -> context.attribute(SESSION, found));
        boolean reads = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
        if (!reads) {
            requireOwnPage(context);
        }
        if (roles.contains(Role.ANYONE)) {
            return;
        }
        if (session.isEmpty()) {
            throw new Refusal(
                    401, "You are not in, or were idle for too long. Ask for a new link: exhibit console prints it.");
        }
        if (!session.get().visitor().may(roles)) {
            throw new Refusal(403, "That is not for your role.");
        }
        if (!reads && !same(session.get().guard(), context.formParam(FIELD))) {
            throw new Refusal(
                    403, "The form is not one of this session. Load its page again; what you typed is still there.");
        }
    }

    /** Browsers say from where a form comes; one that does not say it is none. */
    private void requireOwnPage(Context context) {
        String origin = context.header("Origin");
        String own = (encrypted ? "https://" : "http://") + context.host();
        String site = context.header("Sec-Fetch-Site");
        if (!own.equals(origin) || site != null && !site.equals("same-origin")) {
            throw new Refusal(403, "The form was not sent by a page of this console.");
        }
    }

    private static boolean same(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Of whoever asks; there is one on every route that is not for anyone. */
    static Session session(Context context) {
        Session session = context.attribute(SESSION);
        if (session == null) {
            throw new IllegalStateException("asked for on a route that is for anyone");
        }
        return session;
    }

    static Optional<Session> maybe(Context context) {
        return Optional.ofNullable(context.attribute(SESSION));
    }
}
