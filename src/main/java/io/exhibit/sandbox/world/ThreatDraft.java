package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Digest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** Gathers what a GuardDuty finding is made of; {@link #on} completes it. */
final class ThreatDraft {
    private final Digest digest;
    private final String account;
    private final String region;
    private final String type;
    private final double severity;
    private final Instant created;
    private String title = "";
    private boolean archived;
    private Instant updated;
    private int count = 1;
    private int number;

    ThreatDraft(Digest digest, String account, String region, String type, double severity, Instant created) {
        this.digest = digest;
        this.account = account;
        this.region = region;
        this.type = type;
        this.severity = severity;
        this.created = created;
        this.updated = created;
    }

    ThreatDraft titled(String text) {
        title = text;
        return this;
    }

    ThreatDraft archived(boolean yes, Instant when) {
        archived = yes;
        updated = when;
        return this;
    }

    /** One of many: its id ends with its number, so that it is found again without a list. */
    ThreatDraft numbered(int one) {
        number = one;
        return this;
    }

    /** The number in the id of one of many, from 1; 0 when there is none. */
    static int number(String id) {
        return id.matches("[0-9a-f]{24}[0-7][0-9a-f]{7}") ? Integer.parseInt(id.substring(24), 16) : 0;
    }

    ThreatDraft seen(int times) {
        count = times;
        return this;
    }

    Threat on(Map<String, Object> resource) {
        String name = digest.hex("threat", account + region + type + title, 32);
        String id = number == 0 ? name : name.substring(0, 24) + HexFormat.of().toHexDigits(number);
        boolean sample = title.startsWith("[SAMPLE]");
        return new Threat(
                account, region, id, type, severity, title, title, created, updated, archived, count, sample, resource);
    }
}
