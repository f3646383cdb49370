package io.exhibit.cli.wiring;

import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.control.Problem;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What one check of the doctor came to.
 *
 * @param name stable, one word
 * @param found what there is, one sentence
 * @param advice what to do, or "" where nothing is to be done
 * @param problems mistakes in files with their place
 * @param code exit code of trouble; of anything else that of what is done
 */
public record Checked(String name, State state, String found, String advice, List<Problem> problems, int code) {

    /** How it came out, from good to bad. */
    public enum State {
        OK,
        /** It works; a person should know. */
        WARNING,
        /** A run would fail or be worth less. */
        TROUBLE
    }

    public Checked {
        problems = List.copyOf(problems);
    }

    /** Nothing is to be done. */
    public static Checked ok(String name, String found) {
        return new Checked(name, State.OK, found, "", List.of(), ExitCode.DONE);
    }

    /** It works; {@code advice} says what a person could do. */
    public static Checked warning(String name, String found, String advice) {
        return new Checked(name, State.WARNING, found, advice, List.of(), ExitCode.DONE);
    }

    /** A run would fail; {@code code} is what the command ends with. */
    public static Checked trouble(String name, int code, String found, String advice) {
        return new Checked(name, State.TROUBLE, found, advice, List.of(), code);
    }

    /** Trouble in the words of the command that would have run into it. */
    public static Checked trouble(String name, Exception thrown) {
        Ending ending = Ending.of(thrown);
        return new Checked(name, State.TROUBLE, ending.message(), "", ending.problems(), ending.code());
    }

    /** Carries a check out; what it throws is trouble. */
    public static Checked of(String name, Callable<Checked> check) {
        try {
            return check.call();
        } catch (Exception e) {
            return trouble(name, e);
        }
    }
}
