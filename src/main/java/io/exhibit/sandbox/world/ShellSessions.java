package io.exhibit.sandbox.world;

import java.util.Optional;

/** What Session Manager is told of sessions: after how many idle minutes one ends, and where it is logged ("" for nowhere). */
public record ShellSessions(int idleMinutes, String logGroup) {

    /** Empty where nobody has said anything. */
    static Optional<ShellSessions> of(World world, Account account, String region) {
        return switch (account.name() + "/" + region) {
            case "claims-prod/us-east-1", "claims-prod/us-west-2" ->
                Optional.of(new ShellSessions(15, "harborview/shell-sessions"));
            case "portal-prod/us-east-1" ->
                Optional.of(new ShellSessions(world.since(Story.PORTAL_SESSIONS_SHORTENED) ? 15 : 60, ""));
            default -> Optional.empty();
        };
    }
}
