package io.exhibit.sandbox.world;

import java.util.List;
import java.util.Optional;

/** What is written down of what happens, and who is told of it. */
public final class Journal {

    private final World world;

    Journal(World world) {
        this.world = world;
    }

    /** Trails that the region shows. */
    public List<Trail> trails(String account, String region) {
        return Trail.of(world, world.known(account), region);
    }

    /** The event history of 90 days, newest first. */
    public List<TrailEvent> events(String account, String region) {
        return TrailEvent.of(world, world.known(account), region);
    }

    public Optional<Recorder> recorder(String account, String region) {
        return Recorder.of(world, world.known(account), region);
    }

    public List<Alarm> alarms(String account, String region) {
        return Alarm.of(world.known(account), region);
    }

    public List<MetricFilter> metricFilters(String account, String region) {
        return MetricFilter.of(world.known(account), region);
    }

    /** Empty where the account has no such topic. */
    public Optional<List<Subscriber>> subscribers(String account, String topic) {
        return Subscriber.of(world, world.known(account), topic);
    }

    /** Session Manager's preferences; empty where there are none. */
    public Optional<ShellSessions> shellSessions(String account, String region) {
        return ShellSessions.of(world, world.known(account), region);
    }

    public List<EventRule> eventRules(String account, String region) {
        return EventRule.of(world.known(account), region);
    }
}
