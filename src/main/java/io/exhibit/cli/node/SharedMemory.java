package io.exhibit.cli.node;

import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.wiring.Chore;
import io.exhibit.run.Work;
import io.exhibit.run.watch.Failures;
import io.exhibit.run.watch.Told;
import io.exhibit.schedule.cluster.SqlMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What nodes remember together, so that each cause is told once by whichever of them looks. */
final class SharedMemory implements Failures.Shelf, Told.Shelf {

    private static final String NOTICES = "notices";

    private final SqlMemory memory;
    private final Console console;

    SharedMemory(SqlMemory memory, Console console) {
        this.memory = memory;
        this.console = console;
    }

    @Override
    public List<Failures.Failure> all() {
        try {
            return memory.all();
        } catch (IOException e) {
            // Whoever looks then does not know what is wrong, and must not say that it is over.
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(Failures.Failure failure) {
        try {
            memory.put(failure);
        } catch (IOException e) {
            console.alarm("That it failed could not be told to the other nodes: " + e.getMessage());
        }
    }

    @Override
    public void remove(String what, Optional<Work> work) {
        try {
            memory.remove(what, work);
        } catch (IOException e) {
            console.alarm("That it was done could not be told to the other nodes: " + e.getMessage());
        }
    }

    @Override
    public Optional<Told> load() throws IOException {
        Optional<String> text = memory.text(NOTICES);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(NoticeText.read(text.get().getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | DateTimeException | IOException e) {
            throw new IOException("what was told (shared_text, notices) cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void keep(Told told) throws IOException {
        memory.keep(NOTICES, new String(NoticeText.of(told), StandardCharsets.UTF_8));
    }

    /** A chore that one node at a time carries out. */
    Chore alone(Chore chore) {
        return new Chore() {
            @Override
            public String name() {
                return chore.name();
            }

            @Override
            public String carryOut(Instant due) throws Exception {
                return memory.alone(chore.name(), () -> chore.carryOut(due)).orElse("");
            }
        };
    }
}
