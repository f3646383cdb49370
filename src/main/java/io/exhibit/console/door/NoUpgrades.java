package io.exhibit.console.door;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes the wish for a web socket out of a request. There are none here, and the library would answer it before the {@link Guard}: under any name of this host, without
 * our heads, and with a session of its own for whoever asks, kept for good.
 */
public final class NoUpgrades extends Handler.Wrapper {

    private static final String WISH = "sec-websocket-";

    /** @param next what answers */
    public NoUpgrades(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean wishes = request.getHeaders().stream()
                .anyMatch(field -> field.getLowerCaseName().startsWith(WISH));
        return super.handle(wishes ? new Without(request) : request, response, callback);
    }

    private static final class Without extends Request.Wrapper {

        private final HttpFields fields;

        Without(Request request) {
            super(request);
            HttpFields.Mutable kept = HttpFields.build();
            request.getHeaders().stream()
                    .filter(field -> !field.getLowerCaseName().startsWith(WISH))
                    .forEach(kept::add);
            fields = kept.asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return fields;
        }
    }
}
