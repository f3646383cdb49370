package io.exhibit.aws;

import io.exhibit.collect.Capture;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells before each request which operation it is of and how many came before: pages of a list, calls of what has none. */
final class MarkedCapture implements Capture {

    private final Capture under;
    private final Mark mark;
    private final Map<String, Integer> calls = new HashMap<>();

    /** Sees a request before it is sent. */
    @FunctionalInterface
    interface Mark {
        void next(String operation, boolean paged, int number);
    }

    MarkedCapture(Capture under, Mark mark) {
        this.under = under;
        this.mark = mark;
    }

    @Override
    public <T> Optional<T> ask(Call call, Supplier<T> request) {
        mark.next(call.operation(), false, calls.merge(call.operation(), 1, Integer::sum));
        return under.ask(call, request);
    }

    @Override
    public <T> boolean pages(Call call, Function<String, T> request, Function<T, String> next, Consumer<T> each) {
        int[] page = {0};
        return under.pages(
                call,
                token -> {
                    mark.next(call.operation(), true, ++page[0]);
                    return request.apply(token);
                },
                next,
                each);
    }

    @Override
    public void without(Call call, Cause cause, String why) {
        under.without(call, cause, why);
    }
}
