package io.exhibit.schedule;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is known of the schedule beside the log; a node that runs sees at once what another program changes. */
public interface ScheduleState {

    /** Every pause, also those that are over, oldest first. */
    List<Paused> pauses() throws IOException;

    /** Replaces the pauses by what the change makes of them, whole or not at all, and not at the same time as another. */
    void change(UnaryOperator<List<Paused>> change) throws IOException;

    /** When a node last gave a sign that it runs; empty when none ever did. */
    Optional<Instant> sign() throws IOException;

    /** Gives that sign. */
    void sign(Instant now) throws IOException;

    /** The pause that covers a due instant. */
    default Optional<Paused> paused(Task task, Instant due) throws IOException {
        return pauses().stream()
                .filter(pause -> pause.task() == task && pause.covers(due))
                .findFirst();
    }

    /** @throws IllegalStateException says so when the task is paused already */
    default void pause(Task task, Instant now, String by, String reason) throws IOException {
        change(all -> {
            all.stream().filter(pause -> pause.task() == task && pause.isOn()).forEach(pause -> {
                throw new IllegalStateException(task.word() + " is " + pause.words());
            });
            List<Paused> more = new ArrayList<>(all);
            more.add(new Paused(task, now, by, reason, Optional.empty(), ""));
            return more;
        });
    }

    /** @throws IllegalStateException says so when the task is not paused */
    default void resume(Task task, Instant now, String by) throws IOException {
        change(all -> {
            if (all.stream().noneMatch(pause -> pause.task() == task && pause.isOn())) {
                throw new IllegalStateException(task.word() + " is not paused");
            }
            return all.stream()
                    .map(pause -> pause.task() == task && pause.isOn() ? pause.resumed(now, by) : pause)
                    .toList();
        });
    }
}
