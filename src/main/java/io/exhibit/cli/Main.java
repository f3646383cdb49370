package io.exhibit.cli;

import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** Starts the program. */
@Command(
        name = "exhibit",
        description = "Collects compliance evidence from AWS, seals it, judges it, and binds it into evidence packs.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done and complete",
            " 3:done with gaps; what was read is sealed all the same",
            " 4:verification failed: it is not what was sealed",
            " 5:verification incomplete: nothing failed, and something could not be checked",
            "64:wrong use of the command line",
            "65:mistakes in a file that a person wrote",
            "66:something that must be there is missing",
            "69:the endpoint could not be reached",
            "70:a fault of the program",
            "71:too little memory",
            "73:could not write",
            "75:busy; try again later",
            "77:no credentials, or refused ones",
            "78:mistakes in the settings"
        },
        footer = {"", "Start with:  exhibit demo", "Then:        exhibit COMMAND --help"})
public final class Main implements Runnable {

    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Main(Console console) {
        this.console = console;
    }

    /** Ends the process with the exit code of the command, by sysexits.h and those of the README. */
    public static void main(String[] arguments) {
        // What is printed must not depend on the machine; libraries that take the default get this one.
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // As text: the class itself, and with it slf4j, is loaded when a library logs, and most commands end before
        // that.
        System.setProperty("slf4j.provider", "io.exhibit.cli.terminal.LogProvider");
        // Otherwise it says on standard error that it was named.
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.exit(run(Console.system(), arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int run(Console console, String... arguments) {
        Commands commands = new Commands(console);
        CommandLine line = new CommandLine(new Main(console), commands);
        commands.asked(arguments).forEach(line::addSubcommand);
        line.setHelpFactory(HelpText::of);
        line.setOut(new PrintWriter(console.results(), true));
        line.setErr(new PrintWriter(console.errors(), true));
        line.setParameterExceptionHandler((problem, given) -> usage(console, problem, given));
        line.setExecutionExceptionHandler((problem, command, parsed) -> ended(console, problem));
        line.setExitCodeExceptionMapper(problem -> ExitCode.SOFTWARE);
        try {
            return line.execute(arguments);
        } catch (NoClassDefFoundError e) {
            return notHere(console, e);
        } catch (OutOfMemoryError e) {
            return ranOut(console);
        }
    }

    /** Nobody's input may end in a stack trace, and a forged pack may hold more files than there is memory for their names. */
    static int ranOut(Console console) {
        console.alarm("The memory did not suffice (" + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB). What was sealed is untouched. Give more: EXHIBIT_JAVA_OPTIONS=-Xmx2g exhibit ...");
        return ExitCode.NO_MEMORY;
    }

    /** The class path of whoever only verifies lacks the libraries that other commands take. */
    private static int notHere(Console console, NoClassDefFoundError missing) {
        if (!(missing.getCause() instanceof ClassNotFoundException)) {
            throw missing;
        }
        console.alarm(
                "That takes a library that is not here (" + missing.getMessage().replace('/', '.')
                        + "). With verify alone, packs are checked and vaults in folders; use the whole program.");
        return ExitCode.MISSING;
    }

    @Override
    public void run() {
        spec.commandLine().usage(new PrintWriter(console.errors(), true));
        throw new Stop(ExitCode.USAGE, "Say which command.");
    }

    private static int usage(Console console, ParameterException problem, String... given) {
        String hint = meant(problem.getCommandLine().getCommandSpec(), given);
        console.alarm(problem.getMessage() + (hint.isEmpty() ? "" : " " + hint));
        console.say("See: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** A hint for the first word that is no option or command and resembles one, or "". */
    private static String meant(CommandLine.Model.CommandSpec spec, String... given) {
        for (String word : given) {
            String name = word.replaceFirst("=.*", "");
            Set<String> known = name.startsWith("-")
                    ? spec.optionsMap().keySet()
                    : spec.subcommands().keySet();
            String hint = known.contains(name) ? "" : Problem.didYouMean(name, known);
            if (!hint.isEmpty()) {
                return hint;
            }
        }
        return "";
    }

    private static int ended(Console console, Exception problem) {
        Ending ending = Ending.of(problem);
        console.alarm(ending.message());
        List<Problem> problems = ending.problems();
        problems.forEach(p -> console.say(p.toString()));
        if (ending.code() == ExitCode.SOFTWARE) {
            problem.printStackTrace(console.errors());
        }
        return ending.code();
    }

    /** Version from the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"exhibit " + Wiring.version() + ", Java " + Runtime.version()};
        }
    }
}
