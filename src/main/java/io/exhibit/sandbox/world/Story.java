package io.exhibit.sandbox.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When what happens in the demo month; the collector runs daily at 02:15 UTC, so an evening's event is seen the next day. */
public final class Story {
    public static final Instant JOINER_HIRED = at("2026-10-07T14:00:00Z");
    public static final Instant JOINER_MFA = at("2026-10-12T16:05:00Z");
    public static final Instant LEAVER_LEFT = at("2026-10-05T17:00:00Z");
    public static final Instant LEAVER_PASSWORD_OFF = at("2026-10-05T17:40:00Z");
    public static final Instant LEAVER_KEY_OFF = at("2026-10-21T10:12:00Z");
    public static final Instant OLD_KEY_MADE = at("2026-07-17T08:30:00Z");
    public static final Instant OLD_KEY_REPLACED = at("2026-10-26T12:00:00Z");
    public static final Instant OLD_KEY_OFF = at("2026-10-27T12:30:00Z");
    public static final Instant MIGRATION_USER_REMOVED = at("2026-10-16T09:00:00Z");
    public static final Instant SANDBOX_ROOT_MFA = at("2026-10-25T13:00:00Z");
    public static final Instant MANAGEMENT_ROOT_USED = at("2026-10-14T07:31:00Z");
    public static final Instant PORTAL_ROOT_USED = at("2026-10-20T21:04:00Z");
    public static final Instant PORTAL_PASSWORD_POLICY = at("2026-10-20T10:00:00Z");
    public static final Window ADMIN_ATTACHED = window("2026-10-13T15:00:00Z", "2026-10-15T15:00:00Z");
    public static final Window VENDOR_ROLE = window("2026-10-11T10:00:00Z", "2026-10-24T10:00:00Z");
    public static final Window SSH_OPEN = window("2026-10-09T19:20:00Z", "2026-10-12T08:00:00Z");
    public static final Window DATABASE_OPEN = window("2026-10-22T13:00:00Z", "2026-10-23T13:00:00Z");
    public static final Instant ROTATION_ON = at("2026-10-20T09:00:00Z");
    public static final Instant NEW_KEY = at("2026-10-18T12:00:00Z");
    public static final Window GUARDDUTY_DENIED = window("2026-10-12T20:00:00Z", "2026-10-15T20:00:00Z");
    public static final Instant PILOT_GONE = at("2026-10-18T00:00:00Z");
    public static final Instant SOC2_NEW_VERSION = at("2026-10-16T18:00:00Z");
    public static final Instant BUCKET_SHARED = at("2026-10-04T11:00:00Z");
    public static final Instant BUCKET_MENDED = at("2026-10-20T12:00:00Z");
    public static final Window FLOW_LOGS_OFF = window("2026-10-13T09:00:00Z", "2026-10-16T16:30:00Z");
    public static final Window WAF_COUNTED = window("2026-10-08T11:00:00Z", "2026-10-10T11:00:00Z");
    public static final Instant PORTAL_WAF_LOGGED = at("2026-10-17T10:00:00Z");
    public static final Instant PORTAL_TLS_RAISED = at("2026-10-19T10:00:00Z");
    public static final Instant VOLUMES_ENCRYPTED = at("2026-10-22T09:00:00Z");
    public static final Instant PORTAL_CONTACT = at("2026-10-23T10:00:00Z");
    public static final Instant LEAVER_SIGN_ON_OFF = at("2026-10-12T09:00:00Z");
    public static final Window DIRECT_ACCESS = window("2026-10-19T14:00:00Z", "2026-10-23T09:00:00Z");

    /** An account tries an instance of Identity Center of its own. */
    public static final Window OWN_SIGN_ON = window("2026-10-16T13:00:00Z", "2026-10-21T15:00:00Z");

    public static final Window PERIMETER_DETACHED = window("2026-10-26T13:00:00Z", "2026-10-27T09:30:00Z");

    /** An account for trying things out may deploy to all others. */
    public static final Window STACKS_DELEGATED = window("2026-10-14T11:00:00Z", "2026-10-16T09:00:00Z");

    /** Somebody makes a key for models, which never expires, and keeps it until the team notices. */
    public static final Window MODEL_KEY = window("2026-10-13T16:00:00Z", "2026-10-22T10:00:00Z");

    public static final Window BUCKET_PUBLIC = window("2026-10-24T09:00:00Z", "2026-10-28T09:00:00Z");
    public static final Window SNAPSHOT_SHARED = window("2026-10-16T15:00:00Z", "2026-10-18T15:00:00Z");
    public static final Instant RESTORE_TESTED = at("2026-10-06T13:00:00Z");
    public static final Instant CERTIFICATE_RENEWED = at("2026-10-29T12:00:00Z");
    public static final Instant IMAGES_SCANNED = at("2026-10-10T10:00:00Z");

    public static final Window TRAIL_STOPPED = window("2026-10-17T09:40:00Z", "2026-10-18T11:05:00Z");
    public static final Instant PORTAL_MAILBOX_CONFIRMED = at("2026-10-09T10:00:00Z");
    public static final Instant PORTAL_SESSIONS_SHORTENED = at("2026-10-13T10:00:00Z");
    public static final Instant ACCESS_LOG_KEPT = at("2026-10-15T10:00:00Z");
    public static final Instant WAREHOUSE_TLS_REQUIRED = at("2026-10-14T10:00:00Z");
    public static final Instant SNOW_RETURNED = at("2026-10-23T16:00:00Z");
    public static final Window CONFIG_STOPPED = window("2026-10-21T13:30:00Z", "2026-10-24T09:00:00Z");

    /** The night on which the collector did not run. */
    public static final Instant COLLECTOR_SLEPT = at("2026-10-19T00:00:00Z");

    private Story() {}

    /** From the first instant on, until before the second. */
    public record Window(Instant from, Instant until) {
        boolean holds(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    static Window window(String from, String until) {
        return new Window(at(from), at(until));
    }

    static Instant at(String text) {
        return Instant.parse(text);
    }

    static boolean since(Instant event, Instant now) {
        return !now.isBefore(event);
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
