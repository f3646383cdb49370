package io.exhibit.cli;

import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.ExitCode;
import java.nio.file.Path;

/** A small program in a process of its own: it acts in a folder, tells what was acknowledged, and ends as the command line would. */
final class CrashSubject {

    private CrashSubject() {}

    /** @param arguments a scenario and a folder that is prepared */
    public static void main(String[] arguments) {
        int code = ExitCode.DONE;
        try {
            CrashScenario.valueOf(arguments[0]).act(Path.of(arguments[1]), System.out::println);
        } catch (Exception e) {
            Ending ending = Ending.of(e);
            System.err.println(ending.message());
            code = ending.code();
            if (code == ExitCode.SOFTWARE) {
                e.printStackTrace();
            }
        }
        System.exit(code);
    }
}
