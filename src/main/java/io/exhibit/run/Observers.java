package io.exhibit.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells several observers the same. */
public record Observers(List<Observer> all) implements Observer {

    public Observers {
        all = List.copyOf(all);
    }

    @Override
    public void queued(Work work) {
        all.forEach(each -> each.queued(work));
    }

    @Override
    public void began(Work work) {
        all.forEach(each -> each.began(work));
    }

    @Override
    public void ended(Work work) {
        all.forEach(each -> each.ended(work));
    }

    @Override
    public void took(Work work, Duration time, boolean done) {
        all.forEach(each -> each.took(work, time, done));
    }

    @Override
    public void failed(Work work, String what, Instant at, String words) {
        all.forEach(each -> each.failed(work, what, at, words));
    }

    @Override
    public void succeeded(Work work, String what) {
        all.forEach(each -> each.succeeded(work, what));
    }

    @Override
    public void idle(String what, Optional<Instant> evidence) {
        all.forEach(each -> each.idle(what, evidence));
    }

    @Override
    public void collected(RunFigures run) {
        all.forEach(each -> each.collected(run));
    }

    @Override
    public void missed(int runs) {
        all.forEach(each -> each.missed(runs));
    }

    @Override
    public void throttled(long requests) {
        all.forEach(each -> each.throttled(requests));
    }

    @Override
    public void bound() {
        all.forEach(Observer::bound);
    }

    @Override
    public void owed(int packs) {
        all.forEach(each -> each.owed(packs));
    }

    @Override
    public void alarms(Map<String, Long> going) {
        all.forEach(each -> each.alarms(going));
    }

    @Override
    public void blind(Map<String, Long> places) {
        all.forEach(each -> each.blind(places));
    }

    @Override
    public void delivered(Delivered how) {
        all.forEach(each -> each.delivered(how));
    }
}
