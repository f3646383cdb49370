package io.exhibit.console.door;

import io.exhibit.console.page.GivenBack;
import io.exhibit.console.page.Parcel;
import io.exhibit.console.page.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** What browsers send: from a page of ours, of the one kind that other sites cannot send unasked, so many at once, and with the word of its session. */
final class SentForms {

    /** Other kinds another site can have sent without asking; one that brings files is let through on the one route for it. */
    private static final Pattern FORM =
            Pattern.compile("application/x-www-form-urlencoded(; ?charset=utf-8)?", Pattern.CASE_INSENSITIVE);

    /** What who is not in yet has to say: a ticket. */
    private static final int SMALL = 16 << 10;

    /** A form that never comes to its end holds a thread: together they hold so few that pages are answered all the same. */
    private final Semaphore strangers = new Semaphore(4);

    private final Semaphore visitors = new Semaphore(6);

    /** Each is held in memory until its page has it. */
    private final Semaphore parcels = new Semaphore(2);

    /** Of who was in and is not any more; read only to give back what was typed. */
    private final Semaphore late = new Semaphore(2);

    /** From whoever may ask without being in. */
    void ofStranger(Context context) {
        requireSmall(context);
        read(context, strangers);
    }

    void ofVisitor(Context context, Session session) {
        read(context, visitors);
        if (!same(session.guard(), context.formParam(Parcel.GUARD))) {
            GivenBack.keep(context);
            throw new Refusal(403, "The form is of an earlier visit, and nothing of it was kept. Load its page again.");
        }
    }

    /** From who has a token and is not in: nothing is done by it. What does not say how long it is, or comes while others do, is not read. */
    void ofLate(Context context) {
        if (context.req().getContentLengthLong() >= 0 && late.tryAcquire()) {
            try {
                Spelling.require(context.body());
                GivenBack.keep(context);
            } finally {
                late.release();
            }
        }
    }

    /** With the word of the session at its head: what is behind another one is not read. */
    void open(Context context, Session session, InstantSource clock) throws IOException {
        if (!parcels.tryAcquire()) {
            throw new Refusal(503, "Too many files are on their way. Wait a moment and send it again.");
        }
        try {
            List<String> types = Guard.all(context, "Content-Type");
            Parcel.open(context, types.size() == 1 ? types.get(0) : "", session.guard(), clock);
        } finally {
            parcels.release();
        }
    }

    private static void read(Context context, Semaphore places) {
        if (!places.tryAcquire()) {
            throw new Refusal(503, "Too many forms are on their way. Wait a moment and send it again.");
        }
        try {
            Spelling.require(context.body());
        } finally {
            places.release();
        }
    }

    /** Browsers say from where a form comes; one that does not say it is none. */
    static void requireOwnPage(Context context, boolean encrypted) {
        List<String> sites = Guard.all(context, "Sec-Fetch-Site");
        String own = (encrypted ? "https://" : "http://") + context.host();
        if (!Guard.all(context, "Origin").equals(List.of(own))
                || !sites.isEmpty() && !sites.equals(List.of("same-origin"))) {
            throw new Refusal(403, "The form was not sent by a page of this console.");
        }
    }

    static void requireForm(Context context) {
        List<String> types = Guard.all(context, "Content-Type");
        if (types.size() != 1 || !FORM.matcher(types.get(0)).matches()) {
            throw new Refusal(415, "That is no form as the pages of this console send it.");
        }
    }

    private static boolean same(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Browsers say how long a form is; one of a stranger that goes on without end would keep others out. */
    private static void requireSmall(Context context) {
        long length = context.req().getContentLengthLong();
        if (length < 0 || length > SMALL) {
            throw new Refusal(413, "The form is larger than this console takes. Send less at once.");
        }
    }
}
