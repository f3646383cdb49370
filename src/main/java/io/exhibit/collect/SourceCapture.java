package io.exhibit.collect;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Captures one source at one target, on one thread. Every attempt is handed to the sink as soon as its page has ended, so
 * that one page is in memory at a time; calls, requests, items, facts and gaps are counted.
 */
public final class SourceCapture implements Capture {

    private final Source source;
    private final Target target;
    private final Line line;
    private final AnswerGuard guard;
    private final Causes causes;
    private final Limits limits;
    private final ExchangeSink sink;

    /** The last subject of every operation with its pages so far: one call asked in several goes counts its pages on. */
    private final Map<String, PageCount> counted = new HashMap<>();

    private final List<Fact> facts = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private long calls;
    private long requests;
    private long items;
    private final ListCount lists = new ListCount();

    public SourceCapture(
            Source source,
            Target target,
            Line line,
            AnswerGuard guard,
            Causes causes,
            Limits limits,
            ExchangeSink sink) {
        this.source = source;
        this.target = target;
        this.line = line;
        this.guard = guard;
        this.causes = causes;
        this.limits = limits;
        this.sink = sink;
    }

    /** How the source ended; the offset and length are those of its frames in the unit file. */
    public Part part(long offset, long length) {
        return new Part(source.key(), calls, requests, items, lists.total(), facts, gaps, offset, length);
    }

    @Override
    public <T> Optional<T> ask(Call call, Supplier<T> request) {
        PageCount only = begin(call);
        T answer = page(call, only, request, a -> null);
        close(call, only);
        return Optional.ofNullable(answer);
    }

    @Override
    public <T> boolean pages(Call call, Function<String, T> request, Function<T, String> next, Consumer<T> each) {
        PageCount list = begin(call);
        String token = "";
        T answer;
        do {
            String asked = token.isEmpty() ? null : token;
            answer = page(call, list, () -> request.apply(asked), a -> list.follow(next.apply(a), limits));
            if (answer != null) {
                each.accept(answer);
                token = list.next();
            }
        } while (answer != null && !token.isEmpty());
        close(call, list);
        return answer != null;
    }

    private void close(Call call, PageCount list) {
        if (guard.isPaged(source.operation(call.operation()))) {
            lists.add(list);
        }
    }

    @Override
    public void without(Call call, Cause cause, String why) {
        gaps.add(Failure.of(cause, why).gap(call));
    }

    private PageCount begin(Call call) {
        calls++;
        return counted.merge(
                call.operation(),
                new PageCount(call.subject()),
                (last, fresh) -> last.isOf(call) ? last.again() : fresh);
    }

    /** One page with all of its attempts; {@code null} when it ended as a fact or a gap. */
    private <T> T page(Call call, PageCount count, Supplier<T> request, Function<T, Failure> objection) {
        Operation operation = source.operation(call.operation());
        List<Attempt> attempts = new ArrayList<>(1);
        int number = count.begin();
        T answer = null;
        Failure failure;
        try {
            answer = line.listen(target.account(), attempts, request);
            failure = judge(operation, count, last(call, attempts));
        } catch (RuntimeException thrown) {
            failure = causes.of(call, target, thrown).orElseThrow(() -> thrown);
            failure = better(operation, attempts, failure);
        }
        if (failure == null) {
            failure = objection.apply(answer);
        }
        Outcome outcome = outcome(call, operation, failure);
        count.end(outcome);
        write(call, number, attempts, outcome);
        return failure == null ? answer : null;
    }

    private Failure judge(Operation operation, PageCount count, Attempt attempt) {
        Answer judged = guard.judge(operation, attempt.response());
        count.add(attempt.response().body().length, judged.goesOn());
        long before = count.items(judged.keys());
        items += carriesItems(operation) ? judged.items() - before : 0;
        return judged.failure();
    }

    /** The first operation of a reading carries its items; where there is no one list, every list of a union does. */
    private boolean carriesItems(Operation operation) {
        return source.readings().stream()
                .anyMatch(r -> r.population().get(0).equals(operation.name())
                        || r.carrier().isEmpty()
                                && r.population().contains(operation.name())
                                && r.population().stream()
                                        .noneMatch(
                                                o -> source.operation(o).key().isEmpty()));
    }

    /** Where an answer did come and the client could not make anything of it, the guard knows why. */
    private Failure better(Operation operation, List<Attempt> attempts, Failure failure) {
        Attempt last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
        boolean unread = failure.cause() == Cause.MALFORMED || failure.cause() == Cause.UNREACHABLE;
        if (!unread || last == null || !last.succeeded()) {
            return failure;
        }
        Answer judged = guard.judge(operation, last.response());
        return judged.isBelieved() ? Failure.of(Cause.MALFORMED, "the answer could not be read") : judged.failure();
    }

    private static Attempt last(Call call, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            throw new IllegalStateException(
                    call + " was answered without a word on the line: its client is not tapped");
        }
        return attempts.get(attempts.size() - 1);
    }

    private Outcome outcome(Call call, Operation operation, Failure failure) {
        if (failure == null) {
            return Outcome.ANSWER;
        }
        // A code that is a fact may stand for a refusal as well; then it says nothing about what was asked.
        boolean vanished = source.tellsVanished(call, failure.code());
        if (failure.cause() == Cause.FAILED && (vanished || operation.facts().contains(failure.code()))) {
            facts.add(new Fact(call, failure.code(), vanished));
            return Outcome.FACT;
        }
        gaps.add(failure.gap(call));
        return Outcome.GAP;
    }

    private void write(Call call, int page, List<Attempt> attempts, Outcome outcome) {
        requests += attempts.size();
        try {
            for (int i = 0; i < attempts.size(); i++) {
                Outcome made = i == attempts.size() - 1 ? outcome : Outcome.RETRIED;
                sink.write(Redaction.exchange(call, page, i + 1, made, attempts.get(i)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the evidence of " + call + " could not be kept", e);
        }
    }
}
