package io.exhibit.console;

import io.exhibit.console.frame.Screen;
import io.exhibit.console.page.Coming;
import io.exhibit.console.page.GivenBack;
import io.exhibit.console.page.Heads;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Unavailable;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Turns whatever keeps a page from being made into a page that says so; nothing of what runs here shows on it. */
final class Refusals {

    private static final Map<Integer, String> WORDS = Map.of(
            400, "The request cannot be understood. Ask for the address as a page writes it.",
            404, "There is no such page. The first page leads to those that there are.",
            405, "This address cannot be asked for in that way. The first page leads to what can.",
            408, "What was sent did not come to its end in time. Send it again.",
            413, "The form is larger than this console takes. Send less at once.",
            414, "The address is too long. The first page leads to those that there are.",
            431, "The address, or what the browser sends along with it, is too long.",
            500, "This page could not be made; the terminal of the console says why. The others work.");

    private final Screen screen;
    private final Map<String, String> heads;
    private final Consumer<Throwable> mishaps;

    /** @param mishaps hears of what went wrong while a page was made */
    Refusals(Screen screen, Map<String, String> heads, Consumer<Throwable> mishaps) {
        this.screen = screen;
        this.heads = heads;
        this.mishaps = mishaps;
    }

    void wire(JavalinConfig config) {
        config.routes.exception(Refusal.class, (refusal, context) -> show(context, refusal));
        config.routes.exception(
                HttpResponseException.class, (other, context) -> show(context, told(other.getStatus())));
        config.routes.exception(
                Unavailable.class, (unavailable, context) -> show(context, new Refusal(503, unavailable.getMessage())));
        config.routes.exception(Coming.class, this::coming);
        config.routes.exception(Exception.class, this::wrong);
        config.router.javaLangErrorHandler(this::broken);
        config.jetty.modifyServer(server -> server.setErrorHandler(this::malformed));
    }

    /** Nothing is wrong: RFC 9110 has 202 for what is not done yet. */
    private void coming(Coming coming, Context context) {
        context.header(Header.RETRY_AFTER, String.valueOf(Coming.PATIENCE.toSeconds()));
        context.status(202)
                .contentType(Heads.HTML)
                .result(page("coming", "Not there yet", Map.of("words", coming.getMessage()), Map.of()));
    }

    /** A request that breaks off or cannot be read while it is read is the sender's mishap and not ours. */
    private void wrong(Exception mishap, Context context) {
        for (Throwable each = mishap; each != null; each = each.getCause()) {
            if (each instanceof HttpException other) {
                show(context, told(other.getCode()));
                return;
            }
            if (each instanceof TimeoutException) {
                show(context, told(408));
                return;
            }
            if (each instanceof EofException) {
                show(context, told(400));
                return;
            }
        }
        mishaps.accept(mishap);
        show(context, told(500));
    }

    private static Refusal told(int status) {
        return new Refusal(
                status, WORDS.getOrDefault(status, "The request was refused. The first page leads to what there is."));
    }

    private void show(Context context, Refusal refusal) {
        context.status(refusal.status()).contentType(Heads.HTML).result(page(refusal, GivenBack.of(context)));
    }

    /** The machine itself has too little of something. */
    private void broken(HttpServletResponse response, Error error) {
        mishaps.accept(error);
        response.reset();
        heads.forEach(response::setHeader);
        response.setStatus(500);
        response.setContentType(Heads.HTML);
        try {
            response.getOutputStream().write(page(told(500)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is no request gets to none of our routes; Jetty's own page would repeat it. */
    private boolean malformed(Request request, Response response, Callback callback) {
        heads.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Heads.HTML);
        Content.Sink.write(response, true, page(told(response.getStatus())), callback);
        return true;
    }

    private String page(Refusal refusal) {
        return page(refusal, List.of());
    }

    private String page(Refusal refusal, List<Map<String, String>> typed) {
        return page(
                "refused",
                "Not shown",
                Map.of("words", refusal.getMessage(), "status", String.valueOf(refusal.status())),
                Map.of("typed", typed));
    }

    private String page(String name, String title, Map<String, Object> own, Map<String, Object> raw) {
        try {
            return screen.bare(name, title, own, raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
