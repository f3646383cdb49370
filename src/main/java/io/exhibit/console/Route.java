package io.exhibit.console;

import io.exhibit.console.door.Role;
import io.exhibit.console.page.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * One address of the console, and for whom it is.
 *
 * @param path as Javalin writes it: {@code /units/{citation}}
 * @param roles any of which is enough; never none
 */
record Route(HandlerType method, String path, Set<Role> roles, Page page) {

    /** Answers what was asked; who asks has the role by then. */
    @FunctionalInterface
    interface Page {
        void answer(Context context) throws Exception;
    }

    Route {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(method + " " + path + " is for nobody: a route says for whom it is");
        }
    }

    /** A month is spelled as one before anything is done: forms lead back below it, and nowhere else. */
    void answer(Context context) throws Exception {
        if (path.startsWith("/{month}") && !context.pathParam("month").matches("[0-9]{4}-[0-9]{2}")) {
            throw Refusal.notHere("There is no such page.");
        }
        page.answer(context);
    }

    boolean isForAnyone() {
        return roles.contains(Role.ANYONE);
    }
}
