package io.exhibit.console.door;

import io.javalin.security.RouteRole;
import java.util.EnumSet;
import java.util.Set;

/** What a visitor is here for. Which routes are for whom stands in the table of them. */
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
    ANYONE;

    /** Whoever is in, an auditor's room aside. */
    public static final Set<Role> READERS = Set.copyOf(EnumSet.complementOf(EnumSet.of(ANYONE, AUDITOR)));

    /** Whoever is in at all. */
    public static final Set<Role> ROOM = Set.copyOf(EnumSet.complementOf(EnumSet.of(ANYONE)));
}
