package io.exhibit.collect;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets of every operation the first few calls through, and of a list its first page: enough to see what may be asked. */
public final class BriefCapture implements Capture {

    /** Not the first alone: a call may be needed by some items only, as a key's policy is by keys of the customer. */
    private static final int CALLS = 8;

    private final Capture under;
    private final Map<String, Integer> calls = new HashMap<>();

    public BriefCapture(Capture under) {
        this.under = under;
    }

    /** Operations that were let through. */
    public Set<String> asked() {
        return calls.keySet();
    }

    @Override
    public <T> Optional<T> ask(Call call, Supplier<T> request) {
        return counts(call) ? under.ask(call, request) : Optional.empty();
    }

    @Override
    public <T> boolean pages(Call call, Function<String, T> request, Function<T, String> next, Consumer<T> each) {
        return counts(call) && under.pages(call, request, page -> null, each);
    }

    @Override
    public void without(Call call, Cause cause, String why) {
        under.without(call, cause, why);
    }

    private boolean counts(Call call) {
        return calls.merge(call.operation(), 1, Integer::sum) <= CALLS;
    }
}
