package io.exhibit.console;

import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The addresses to which forms are sent. */
public final class PostList {

    private PostList() {}

    /** As the table of the routes has them. */
    static Set<String> all(Room room) {
        return all(room.console);
    }

    /** Of a console that runs. */
    public static Set<String> all(ConsoleServer console) {
        Set<String> posts = new TreeSet<>();
        console.javalin().unsafe.internalRouter.allHttpHandlers().forEach(each -> {
            if (each.endpoint.method == HandlerType.POST) {
                posts.add(each.endpoint.path);
            }
        });
        return posts;
    }

    /** Which of them each test sends by a real browser; each of these classes checks that it did. */
    private static final Map<String, Set<String>> DRIVEN = Map.of(
            "BookInBrowserTest",
            Set.of(
                    "/enter",
                    "/visits/{id}/end",
                    "/{month}/draft",
                    "/{month}/runs/now",
                    "/{month}/runs/{job}/pause",
                    "/{month}/runs/{job}/resume",
                    "/{month}/book/acceptances/end",
                    "/{month}/book/acceptances/new",
                    "/{month}/book/scope/{part}",
                    "/{month}/book/owners/{citation}",
                    "/{month}/book/decisions/{citation}",
                    "/{month}/book/registers/{name}/row",
                    "/{month}/book/registers/{name}/remove",
                    "/{month}/book/documents/{id}",
                    "/{month}/book/published/{number}/undo",
                    "/{month}/book/drafts/{id}/preview",
                    "/{month}/book/drafts/{id}/remark",
                    "/{month}/book/drafts/{id}/merge",
                    "/{month}/book/drafts/{id}/approve",
                    "/{month}/book/drafts/{id}/publish"),
            "FlowsInBrowserTest",
            Set.of(
                    "/leave",
                    "/invitations/{id}/revoke",
                    "/{month}/book/thresholds/{name}",
                    "/{month}/book/acceptances/row",
                    "/{month}/book/acceptances/remove",
                    "/{month}/book/scope/{part}/remove",
                    "/{month}/book/drafts/{id}/ask",
                    "/{month}/book/drafts/{id}/discard"),
            "ConsolePacksTest",
            Set.of(
                    "/packs/{pack}/verify",
                    "/{month}/packs/{pack}/verify",
                    "/{month}/packs/{pack}/reissue",
                    "/{month}/packs/{pack}/approve",
                    "/{month}/packs/{pack}/deliver"),
            // Before the night of the demo: EditorExercise checks what comes of each.
            "ConsoleBrowserTest",
            Set.of(
                    "/{month}/book/text",
                    "/{month}/book/check",
                    "/{month}/book/complete",
                    "/{month}/book/explain",
                    "/{month}/book/try"));

    static Set<String> driven() {
        Set<String> all = new TreeSet<>();
        DRIVEN.values().forEach(all::addAll);
        return all;
    }

    public static Set<String> drivenBy(Class<?> test) {
        return DRIVEN.get(test.getSimpleName());
    }

    /** The one that answers a path. */
    public static String of(ConsoleServer console, String path) {
        return console
                .javalin()
                .unsafe
                .internalRouter
                .findHttpHandlerEntries(HandlerType.POST, path.replaceFirst("[?].*", ""))
                .stream()
                .findFirst()
                .map(each -> each.endpoint.path)
                .orElseThrow(() -> new AssertionError(path + " takes no form"));
    }
}
