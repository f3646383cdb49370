package io.exhibit.console.door;

import io.exhibit.console.page.Heads;
import io.exhibit.console.page.Parcel;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every route: whether the request is for this host, comes no faster than people do, from somebody who is in and may do
 * that, and from a page of ours.
 */
public final class Guard {

    private static final String SESSION = "session";
    private static final String LOGIN = "login";
    private static final String ASKER = "asker";

    /** How what a session is bound to begins where that is a login. */
    static final String BY_LOGIN = "login ";

    /** And where it is an invitation. */
    public static final String BY_INVITATION = "invitation ";

    private final boolean encrypted;
    private final Optional<TrustedProxy> proxy;
    private final Invitations invitations;
    private final Sessions sessions;
    private final Pace pace;
    private final InstantSource clock;
    private final SentForms sent = new SentForms();

    private volatile Set<String> hosts = Set.of();
    private volatile Set<String> outside = Set.of();
    private volatile int port;

    /** @param encrypted whether it speaks TLS itself */
    public Guard(
            boolean encrypted,
            Optional<TrustedProxy> proxy,
            Invitations invitations,
            Sessions sessions,
            Pace pace,
            InstantSource clock) {
        this.encrypted = encrypted;
        this.proxy = proxy;
        this.invitations = invitations;
        this.sessions = sessions;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * By which names, with their port, this console may be asked for: a page elsewhere whose name was made to lead here (DNS rebinding) has
     * another one. None before it is told.
     *
     * @param other names of the outside, which are asked for over TLS
     * @param listens where it listens: cookies do not tell ports of a host apart, so their name has to
     */
    public void known(Set<String> names, Set<String> other, int listens) {
        port = listens;
        outside = Set.copyOf(other);
        hosts = Set.copyOf(names);
    }

    /** Name of the cookie: over TLS browsers keep one of that kind from other hosts and from plain connections. */
    String cookie(Context context) {
        return (encrypted(context) ? "__Host-exhibit-" : "exhibit-") + port;
    }

    /** Whether the browser speaks TLS: with this console, or with a proxy before it. */
    boolean encrypted(Context context) {
        return encrypted || outside.contains(String.valueOf(context.host()));
    }

    /** Before it is looked at what was asked for. */
    public void first(Context context) {
        Heads.of(encrypted(context)).forEach(context::header);
        String host = context.host();
        if (host == null || !hosts.contains(host) && !outside.contains(host)) {
            throw new Refusal(
                    421, "This console is not known by that name. Ask for it at the address that it printed.");
        }
        Spelling.require(context.req().getRequestURI());
        Spelling.require(context.queryString());
        if (context.header("X-HTTP-Method-Override") != null) {
            // The library would believe it.
            throw new Refusal(400, "A request is what it is sent as.");
        }
        List<String> proofs = all(context, TrustedProxy.PROOF);
        Optional<String> address =
                proxy.flatMap(known -> known.client().flatMap(head -> known.address(all(context, head), proofs)));
        Optional<String> login =
                proxy.flatMap(known -> known.login(all(context, known.head()), proofs, address.isPresent()));
        login.ifPresent(name -> context.attribute(LOGIN, name));
        context.attribute(
                ASKER, login.map(name -> BY_LOGIN + name).or(() -> address).orElse(context.ip()));
        Optional<Session> session = token(context).flatMap(sessions::of).filter(found -> isOf(found, login));
        session.ifPresent(found -> context.attribute(SESSION, found));
        if (!pace.allows(session.map(Session::id).orElse(asker(context)))) {
            throw new Refusal(429, "That was too much at once. Wait a moment and ask again.");
        }
    }

    /** By what somebody is told apart who is not in: as the proxy proves that it knows him, or else by the address that asks. */
    public static String asker(Context context) {
        String asker = context.attribute(ASKER);
        return asker == null ? context.ip() : asker;
    }

    /** A session of a login goes on for that login alone, and only through the proxy; another login in the same browser ends it. */
    private boolean isOf(Session session, Optional<String> login) {
        String bound = session.bound();
        if (login.isEmpty() && !bound.startsWith(BY_LOGIN)) {
            return !bound.startsWith(BY_INVITATION) || holds(session, bound.substring(BY_INVITATION.length()));
        }
        if (login.isEmpty()) {
            return false;
        }
        if (session.bound().equals(BY_LOGIN + login.get())) {
            return true;
        }
        sessions.end(session.id());
        return false;
    }

    /** An invitation that was taken back, or has ended, ends the visits by it. */
    private boolean holds(Session session, String invitation) {
        try {
            if (invitations.current(invitation).isPresent()) {
                return true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sessions.end(session.id());
        return false;
    }

    /** The token, when there is one: of two nobody knows which is ours, for whoever listens on another port of this host may set one too. */
    private Optional<String> token(Context context) {
        Cookie[] all = context.req().getCookies();
        List<String> ours = Arrays.stream(all == null ? new Cookie[0] : all)
                .filter(each -> each.getName().equals(cookie(context)))
                .map(Cookie::getValue)
                .toList();
        return ours.size() == 1 ? Optional.of(ours.get(0)) : Optional.empty();
    }

    /** Before a route answers. */
    public void second(Context context) throws IOException {
        Set<Role> roles =
                Set.copyOf(context.routeRoles().stream().map(Role.class::cast).toList());
        boolean reads = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
        boolean parcel = !reads && Parcel.ROUTE.equals(context.endpoints().matchedHttpEndpoint().path);
        if (!reads) {
            SentForms.requireOwnPage(context, encrypted(context));
        }
        if (!reads && !parcel) {
            SentForms.requireForm(context);
        }
        if (roles.contains(Role.ANYONE)) {
            if (!reads) {
                sent.ofStranger(context);
            }
            return;
        }
        Optional<Session> found = maybe(context).or(() -> reads ? begun(context) : Optional.empty());
        if (found.isEmpty()) {
            if (!reads && !parcel && token(context).isPresent()) {
                sent.ofLate(context);
            }
            throw new Refusal(401, "You are not in, or were idle for too long. " + wayIn(context));
        }
        Session session = found.get();
        if (!session.visitor().may(roles)) {
            throw new Refusal(403, "That is not for your role.");
        }
        if (parcel) {
            sent.open(context, session, clock);
        } else if (!reads) {
            sent.ofVisitor(context, session);
        }
    }

    private String wayIn(Context context) {
        if (context.attribute(LOGIN) != null) {
            return "You are signed in: load the page again, and a new visit begins.";
        }
        return proxy.isPresent()
                ? "Sign in again, or open your invitation again."
                : "Ask for a new link (exhibit console prints it), or open your invitation again.";
    }

    /** Whoever is signed in by the proxy is in by asking for a page; a form is of a session that was there before. */
    private Optional<Session> begun(Context context) {
        String login = context.attribute(LOGIN);
        if (login == null) {
            return Optional.empty();
        }
        Visitor visitor = proxy.orElseThrow().visitor(login);
        requireNotBarred(BY_LOGIN + login);
        let(context, visitor, BY_LOGIN + login);
        return maybe(context);
    }

    /** Opens a session and gives the browser its token. */
    public String let(Context context, Visitor visitor, String bound) {
        String token = sessions.open(visitor, bound);
        put(context, token, (int) Sessions.LONGEST.toSeconds());
        sessions.of(token).ifPresent(found -> context.attribute(SESSION, found));
        return token;
    }

    /** Takes the token out of the browser. */
    public void takeBack(Context context) {
        put(context, "", 0);
    }

    private void put(Context context, String token, int seconds) {
        context.cookie(new io.javalin.http.Cookie(
                cookie(context), token, "/", seconds, encrypted(context), true, null, SameSite.STRICT));
    }

    /** @throws Refusal with 403 and until when, after an operator has ended a visit of the same name */
    public void requireNotBarred(String bound) {
        sessions.barred(bound).ifPresent(until -> {
            throw new Refusal(
                    403, "An operator ended your visit. You can come in again after " + Say.minute(until) + ".");
        });
    }

    static List<String> all(Context context, String head) {
        return Collections.list(context.req().getHeaders(head));
    }

    /** Of whoever asks; there is one on every route that is not for anyone. */
    public static Session session(Context context) {
        Session session = context.attribute(SESSION);
        if (session == null) {
            throw new IllegalStateException("asked for on a route that is for anyone");
        }
        return session;
    }

    /** Of who asks; empty where nobody came in. */
    public static Optional<Session> maybe(Context context) {
        return Optional.ofNullable(context.attribute(SESSION));
    }
}
