package io.exhibit.cli.terminal;

import io.exhibit.run.Progress;

/** Progress on the console. */
public record ConsoleProgress(Console console) implements Progress {

    @Override
    public void step(String what, long done, long all) {
        console.progress(what, done, all);
    }

    @Override
    public void note(String line) {
        console.say(line);
    }
}
