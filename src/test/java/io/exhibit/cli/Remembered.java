package io.exhibit.cli;

import io.exhibit.collect.Attempt;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.collect.Line;
import io.exhibit.collect.SourceCapture;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.run.Asking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the requests of a night were answered. A later night asks over the wire where a fault may strike; elsewhere the same
 * bytes come from here, through the same collectors, guard, cuts and vault. A request that the first night did not make breaks
 * the run off.
 */
final class Remembered {

    /** One request: {@code number} counts those of the same call. */
    record Page(Target target, String source, Call call, int number) {}

    /** What came over the wire, and what the client made of it. */
    private record Answered(List<Attempt> attempts, Object answer, RuntimeException thrown) {

        boolean isLike(Answered other) {
            Attempt mine = attempts.get(attempts.size() - 1);
            Attempt theirs = other.attempts.get(other.attempts.size() - 1);
            return attempts.size() == other.attempts.size()
                    && mine.response().status() == theirs.response().status()
                    && Arrays.equals(mine.response().body(), theirs.response().body());
        }
    }

    /** Takes an answer from the wire or from elsewhere. */
    @FunctionalInterface
    private interface Answers {
        Answered to(Page page, Supplier<?> request);
    }

    private final Map<Page, Answered> pages = new ConcurrentHashMap<>();
    private final Line wire;
    private final Line captures = new Line();

    /** @param wire where the clients report */
    Remembered(Line wire) {
        this.wire = wire;
    }

    /** Asks everything over the wire, and keeps what comes. */
    Asking learning(Asking asking) {
        return with(asking, (page, request) -> {
            Answered answered = overTheWire(page, request);
            pages.put(page, answered);
            return answered;
        });
    }

    /** Asks over the wire where it is told to. */
    Asking asking(Asking asking, BiPredicate<String, Target> anew) {
        return with(
                asking,
                (page, request) -> anew.test(page.source(), page.target())
                        ? overTheWire(page, request)
                        : Optional.ofNullable(pages.get(page))
                                .orElseThrow(() -> new IllegalStateException("was not asked before: " + page)));
    }

    /** Asks again over the wire, into no vault, where it is told to; which requests get another answer than before, or are not made. */
    Set<Page> unlike(Asking asking, BiPredicate<String, Target> where) {
        Set<Page> unlike = pages.keySet().stream()
                .filter(page -> where.test(page.source(), page.target()))
                // How often it is asked for depends on whether it had been made before.
                .filter(page -> !page.call().operation().equals("iam:GenerateCredentialReport"))
                .collect(Collectors.toCollection(HashSet::new));
        Set<Target> targets = pages.keySet().stream().map(Page::target).collect(Collectors.toSet());
        asking.landscape().enter();
        targets.stream().map(Target::account).distinct().forEach(asking.landscape()::assume);
        with(asking, (page, request) -> {
                    Answered answered = overTheWire(page, request);
                    if (pages.containsKey(page) && answered.isLike(pages.get(page))) {
                        unlike.remove(page);
                    }
                    return answered;
                })
                .collectors()
                .forEach(collector -> targets.stream()
                        .filter(target -> where.test(collector.source().key(), target))
                        .filter(target -> pages.keySet().stream()
                                .anyMatch(page -> page.target().equals(target)
                                        && page.source()
                                                .equals(collector.source().key())))
                        .forEach(target -> collector.collect(target, capture(asking, collector.source(), target))));
        return unlike;
    }

    private Capture capture(Asking asking, Source source, Target target) {
        return new SourceCapture(
                source, target, captures, asking.guard(), asking.causes(), asking.limits(), exchange -> {});
    }

    private Answered overTheWire(Page page, Supplier<?> request) {
        List<Attempt> attempts = new ArrayList<>();
        try {
            return new Answered(attempts, wire.listen(page.target().account(), attempts, request), null);
        } catch (RuntimeException thrown) {
            return new Answered(attempts, null, thrown);
        }
    }

    private Asking with(Asking asking, Answers answers) {
        return new Asking(
                asking.endpoint(),
                asking.home(),
                asking.plan(),
                asking.landscape(),
                asking.collectors().stream()
                        .<Collector>map(collector -> new Between(collector, answers))
                        .toList(),
                captures,
                asking.guard(),
                asking.causes(),
                asking.limits(),
                asking.parallel());
    }

    private final class Between implements Collector {

        private final Collector collector;
        private final Answers answers;

        Between(Collector collector, Answers answers) {
            this.collector = collector;
            this.answers = answers;
        }

        @Override
        public Source source() {
            return collector.source();
        }

        @Override
        public boolean charts() {
            return collector.charts();
        }

        @Override
        public void collect(Target target, Capture capture) {
            Map<Call, Integer> numbers = new HashMap<>();
            collector.collect(
                    target,
                    new Through(
                            capture,
                            (call, request) -> answers.to(
                                    new Page(target, source().key(), call, numbers.merge(call, 1, Integer::sum)),
                                    request)));
        }
    }

    @FunctionalInterface
    private interface Asked {
        Answered of(Call call, Supplier<?> request);
    }

    private final class Through implements Capture {

        private final Capture capture;
        private final Asked asked;

        Through(Capture capture, Asked asked) {
            this.capture = capture;
            this.asked = asked;
        }

        @Override
        public <T> Optional<T> ask(Call call, Supplier<T> request) {
            return capture.ask(call, () -> answer(call, request));
        }

        @Override
        public <T> boolean pages(Call call, Function<String, T> request, Function<T, String> next, Consumer<T> each) {
            return capture.pages(call, token -> answer(call, () -> request.apply(token)), next, each);
        }

        @Override
        public void without(Call call, Cause cause, String why) {
            capture.without(call, cause, why);
        }

        @SuppressWarnings("unchecked")
        private <T> T answer(Call call, Supplier<T> request) {
            Answered answered = asked.of(call, request);
            answered.attempts().forEach(captures::report);
            if (answered.thrown() != null) {
                throw answered.thrown();
            }
            return (T) answered.answer();
        }
    }
}
