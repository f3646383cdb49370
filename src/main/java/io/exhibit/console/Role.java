package io.exhibit.console;

import io.javalin.security.RouteRole;

/** What a visitor is here for. Which routes are for whom stands in {@link Routes}. */
public enum Role implements RouteRole {
    /** Reads everything. */
    VIEWER,
    /** Edits the book. */
    OFFICER,
    /** Approves a book, and packs. */
    APPROVER,
    /** Runs and pauses what is due. */
    OPERATOR,
    /** Reads packs that he was invited to, with what lies behind them, and nothing else. */
    AUDITOR,
    /** Whoever asks, before it is known who it is. */
    ANYONE
}
