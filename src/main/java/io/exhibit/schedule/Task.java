package io.exhibit.schedule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.quartz.CronTrigger;
import org.quartz.Job;

/** What the calendar can set in motion. Classes come from this list, never from settings or a database's text. */
public enum Task {
    /** Collects, seals and judges. */
    COLLECT(CollectJob.class),
    /** Binds the pack of the month before. */
    PACK(PackJob.class),
    /** Looks at what is owed: collections that were missed, packs, deliveries. */
    LOOK(LookJob.class);

    private final Class<? extends Job> job;

    Task(Class<? extends Job> job) {
        this.job = job;
    }

    /** As people write it, such as {@code collect}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the word of settings and commands; empty for every other word. */
    public static Optional<Task> of(String word) {
        return Arrays.stream(values()).filter(task -> task.word().equals(word)).findFirst();
    }

    Class<? extends Job> job() {
        return job;
    }

    /** A look that was slept through is made at once, and finds what else was; that is why nothing else is made up for here. */
    int misfire() {
        return this == LOOK
                ? CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW
                : CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING;
    }
}
