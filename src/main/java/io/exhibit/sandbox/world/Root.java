package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.Optional;

/** The root user of an account; without a password its sign-in is centrally managed by the organization. */
public record Root(Instant created, boolean password, Optional<Instant> lastUsed, boolean mfa) {
    static Root of(Account account, Instant now) {
        Instant before = Story.at("2026-03-02T08:11:00Z");
        return switch (account.name()) {
            case "management" -> new Root(account.joined(), true, used(Story.MANAGEMENT_ROOT_USED, now, before), true);
            case "portal-prod" -> new Root(account.joined(), true, used(Story.PORTAL_ROOT_USED, now, before), true);
            case "sandbox" ->
                new Root(account.joined(), true, Optional.of(before), Story.since(Story.SANDBOX_ROOT_MFA, now));
            default -> new Root(account.joined(), false, Optional.empty(), false);
        };
    }

    private static Optional<Instant> used(Instant event, Instant now, Instant before) {
        return Optional.of(Story.since(event, now) ? event : before);
    }
}
