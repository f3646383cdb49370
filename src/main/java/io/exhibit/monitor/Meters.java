package io.exhibit.monitor;

import io.exhibit.run.Observer;
import io.exhibit.run.RunFigures;
import io.exhibit.run.Work;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Figures of a node in Prometheus's text format. Counters count since the process began; what lies in the vault from before is
 * shown as gauges. Labels come from lists that the program has itself (outcomes, causes, sources, kinds of work), so that
 * the number of series does not grow with the organization and no account, person or resource is named.
 */
public final class Meters implements Observer {

    private static final String PREFIX = "exhibit.";

    private static final Map<String, String> COUNTERS = Map.of(
            "runs", "Collections that ended, by how they ended",
            "calls", "Calls to AWS, each with all its pages and attempts",
            "requests", "Requests to AWS, pages and attempts included",
            "items", "Items that the answers held",
            "throttles", "Requests that AWS asked to slow down and that were made once more",
            "gaps", "Calls without an answer that can be believed, by cause",
            "packs.bound", "Packs that were bound",
            "deliveries", "Packs that were handed over, or could not be");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final InstantSource clock;
    private final Map<String, Instant> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    /** @param version of the program */
    public Meters(InstantSource clock, String version) {
        this.clock = clock;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        set("build.info", "1 under the version of the program", 1, "version", version);
        RunFigures.OUTCOMES.forEach(outcome -> count("runs", 0, "outcome", outcome));
        RunFigures.CAUSES.forEach(cause -> count("gaps", 0, "cause", cause));
        for (Delivered how : Delivered.values()) {
            count("deliveries", 0, "outcome", how.word());
        }
        for (Work work : Work.values()) {
            set("queued", "Work that is due and has not begun", 0, "work", work.word());
            set("running", "Work that goes on now", 0, "work", work.word());
            for (boolean done : List.of(true, false)) {
                timer(work, done);
            }
        }
        List.of("calls", "requests", "items", "throttles", "packs.bound").forEach(name -> count(name, 0));
        set("packs.owed", "Packs that were due and are not in the log", 0);
    }

    /** As Prometheus reads it, version 0.0.4 of its text format. */
    public String scrape() {
        return registry.scrape();
    }

    /** A run that was sealed before the process began, told oldest first. */
    public void known(RunFigures run) {
        if (!run.succeeded()) {
            return;
        }
        set(
                "last.success.timestamp.seconds",
                "End of the newest run that brought evidence, in seconds since 1970",
                run.finished().getEpochSecond(),
                "work",
                Work.COLLECT.word());
        run.answered().forEach(source -> answered(source, run.finished()));
    }

    @Override
    public void collected(RunFigures run) {
        count("runs", 1, "outcome", run.outcome());
        count("calls", run.calls());
        count("requests", run.requests());
        count("items", run.items());
        run.gaps().forEach((cause, calls) -> count("gaps", calls, "cause", cause));
        known(run);
    }

    @Override
    public void missed(int runs) {
        count("runs", runs, "outcome", RunFigures.MISSED);
    }

    @Override
    public void throttled(long requests) {
        count("throttles", requests);
    }

    @Override
    public void queued(Work work) {
        of("queued", "work", work.word()).incrementAndGet();
    }

    @Override
    public void began(Work work) {
        of("queued", "work", work.word()).decrementAndGet();
        of("running", "work", work.word()).incrementAndGet();
    }

    @Override
    public void ended(Work work) {
        of("running", "work", work.word()).decrementAndGet();
    }

    @Override
    public void took(Work work, Duration time, boolean done) {
        timer(work, done).record(time);
    }

    @Override
    public void bound() {
        count("packs.bound", 1);
        set(
                "last.success.timestamp.seconds",
                "When the newest pack was bound, in seconds since 1970",
                clock.instant().getEpochSecond(),
                "work",
                Work.PACK.word());
    }

    @Override
    public void owed(int packs) {
        of("packs.owed").set(packs);
    }

    @Override
    public void alarms(Map<String, Long> going) {
        going.forEach((kind, causes) -> set("alarms", "Causes that go on, by kind", causes, "kind", kind));
    }

    @Override
    public void blind(Map<String, Long> places) {
        places.forEach((source, blind) -> set(
                "source.blind",
                "Accounts and regions in scope in which the newest run did not read all of a source",
                blind,
                "source",
                source));
    }

    @Override
    public void delivered(Delivered how) {
        count("deliveries", 1, "outcome", how.word());
    }

    private void answered(String source, Instant when) {
        if (answers.put(source, when) == null) {
            Gauge.builder(PREFIX + "source.age.seconds", () -> age(source))
                    .description("Seconds since a source was last read in full in an account and region")
                    .tag("source", source)
                    .register(registry);
        }
    }

    private double age(String source) {
        return Duration.between(answers.get(source), clock.instant()).toSeconds();
    }

    private Timer timer(Work work, boolean done) {
        return Timer.builder(PREFIX + "work.duration")
                .description("How long work took, by whether it could be carried out")
                .tags("work", work.word(), "done", String.valueOf(done))
                .register(registry);
    }

    private void count(String name, long more, String... tags) {
        Counter.builder(PREFIX + name)
                .description(COUNTERS.get(name))
                .tags(tags)
                .register(registry)
                .increment(more);
    }

    private void set(String name, String words, long value, String... tags) {
        AtomicLong gauge = gauges.computeIfAbsent(key(name, tags), key -> {
            AtomicLong made = new AtomicLong();
            Gauge.builder(PREFIX + name, made, AtomicLong::doubleValue)
                    .description(words)
                    .tags(tags)
                    .register(registry);
            return made;
        });
        gauge.set(value);
    }

    private AtomicLong of(String name, String... tags) {
        return gauges.get(key(name, tags));
    }

    private static String key(String name, String... tags) {
        return name + " " + String.join(" ", tags);
    }
}
