package io.exhibit.cli.node;

import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes up what is asked for in the console, within a second or two, one after the other. */
public final class RunRequests implements Runnable {

    private static final Duration STEP = Duration.ofSeconds(1);

    /** Folders of the state at which a node of this process listens. */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path state;
    private final Unattended runs;
    private final Stopping stopping;
    private final Console console;

    private RunRequests(Path state, Unattended runs, Stopping stopping, Console console) {
        this.state = state;
        this.runs = runs;
        this.stopping = stopping;
        this.console = console;
    }

    /** On a thread of its own, until the node is told to stop. */
    public static void listen(Path state, Unattended runs, Stopping stopping, Console console) {
        HERE.add(state.toAbsolutePath());
        Thread thread = new Thread(new RunRequests(state, runs, stopping, console), "exhibit-asked");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether a node of this process takes up what is left there. */
    public static boolean isHeard(Path state) {
        return HERE.contains(state.toAbsolutePath());
    }

    @Override
    public void run() {
        try {
            listen();
        } finally {
            HERE.remove(state.toAbsolutePath());
        }
    }

    private void listen() {
        String said = "";
        while (!stopping.isAsked() && stopping.pause(STEP)) {
            try {
                Optional<RunRequest> left = RunRequest.left(state);
                if (left.isPresent()) {
                    runs.asked(left.get());
                    if (!stopping.isAsked()) {
                        RunRequest.forget(state);
                    }
                }
                said = "";
            } catch (IOException | RuntimeException e) {
                String why = Ending.of(e).message();
                // Once, and not every second.
                if (!why.equals(said)) {
                    console.alarm("What was asked for could not be taken up: " + why);
                }
                said = why;
            }
        }
    }
}
