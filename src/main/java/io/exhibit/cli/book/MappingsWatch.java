package io.exhibit.cli.book;

import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Problem;
import io.exhibit.mapping.MappingReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Checks again whenever a file changes. It looks at sizes and times itself: a notice of the operating system is not given for
 * folders on a network drive, and an editor replaces a file in several steps.
 */
final class MappingsWatch {

    private static final long EVERY_MILLIS = 400;

    private final Given given;
    private final Console console;

    MappingsWatch(Given given, Console console) {
        this.given = given;
        this.console = console;
    }

    /** Goes on until the process is ended. */
    int run() throws InterruptedException {
        Wiring wiring = new Wiring(given.settings(), console);
        if (folders(wiring.settings()).isEmpty()) {
            throw new Stop(
                    ExitCode.USAGE,
                    "There is no folder to watch: the mappings of the program itself are read. Name a copy in the settings"
                            + " (mappings: DIR).");
        }
        Map<Path, String> seen = Map.of();
        while (true) {
            Map<Path, String> now = state(wiring.settings());
            if (!now.equals(seen)) {
                seen = now;
                wiring = checked(wiring);
            }
            Thread.sleep(EVERY_MILLIS);
        }
    }

    /** By the settings as they are now; what cannot be read at this moment is said, and looked at again. */
    private Wiring checked(Wiring before) {
        try {
            Wiring wiring = new Wiring(given.settings(), console);
            MappingReader.Result read = MappingsCheck.read(wiring);
            List<Problem> problems = wiring.reading().problems(read);
            read.warnings().forEach(warning -> console.say(warning.toString()));
            problems.forEach(problem -> console.say(problem.toString()));
            String found = problems.isEmpty()
                    ? MappingsCheck.summary(read)
                    : MappingsCheck.counted(problems.size(), "mistake") + ".";
            console.result(time(wiring) + "  " + found, !problems.isEmpty());
            return wiring;
        } catch (Stop | UncheckedIOException e) {
            Ending ending = Ending.of(e);
            ending.problems().forEach(problem -> console.say(problem.toString()));
            console.result(time(before) + "  " + ending.message(), true);
            return before;
        }
    }

    private static String time(Wiring wiring) {
        return LocalTime.ofInstant(
                        new SystemClock().instant(),
                        wiring.settings().schedule().zone())
                .format(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT));
    }

    private static List<Path> folders(Settings settings) {
        return Stream.of(settings.mappings(), settings.organization())
                .flatMap(folder -> folder.stream())
                .toList();
    }

    /** Size and time of every file, by its path; one that goes while it is looked at is not there. */
    private Map<Path, String> state(Settings settings) {
        Map<Path, String> state = new TreeMap<>();
        Stream.concat(folders(settings).stream(), given.file().stream()).forEach(root -> {
            try (Stream<Path> walk = Files.walk(root)) {
                walk.filter(Files::isRegularFile).forEach(path -> state.put(path, stamp(path)));
            } catch (IOException | UncheckedIOException e) {
                state.put(root, "");
            }
        });
        return state;
    }

    private static String stamp(Path path) {
        try {
            return Files.size(path) + " " + Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return "";
        }
    }
}
