package io.exhibit.cli;

import io.exhibit.cli.bench.BenchCommand;
import io.exhibit.cli.book.MappingsCommand;
import io.exhibit.cli.book.SampleCommand;
import io.exhibit.cli.book.TemplatesCommand;
import io.exhibit.cli.checks.DoctorCommand;
import io.exhibit.cli.demo.DemoCommand;
import io.exhibit.cli.demo.SandboxCommand;
import io.exhibit.cli.desk.ConsoleCommand;
import io.exhibit.cli.packs.ApproveCommand;
import io.exhibit.cli.packs.DeliverCommand;
import io.exhibit.cli.packs.PackCommand;
import io.exhibit.cli.packs.SignCommand;
import io.exhibit.cli.runs.AssessCommand;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.IamPolicyCommand;
import io.exhibit.cli.runs.PreflightCommand;
import io.exhibit.cli.serve.NodesCommand;
import io.exhibit.cli.serve.ScheduleCommand;
import io.exhibit.cli.serve.ServeCommand;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.vault.BackupCommand;
import io.exhibit.cli.vault.KeysCommand;
import io.exhibit.cli.vault.RestoreCommand;
import io.exhibit.cli.vault.VaultCommand;
import io.exhibit.cli.verify.VerifyCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** Makes the commands and gives them the console. */
final class Commands implements IFactory {

    private static final List<Class<?>> ALL = List.of(
            DemoCommand.class,
            SandboxCommand.class,
            IamPolicyCommand.class,
            DoctorCommand.class,
            PreflightCommand.class,
            CollectCommand.class,
            AssessCommand.class,
            PackCommand.class,
            ApproveCommand.class,
            DeliverCommand.class,
            VerifyCommand.class,
            VaultCommand.class,
            SignCommand.class,
            KeysCommand.class,
            ServeCommand.class,
            ConsoleCommand.class,
            ScheduleCommand.class,
            NodesCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MappingsCommand.class,
            TemplatesCommand.class,
            SampleCommand.class,
            BenchCommand.class,
            PrepareCommand.class);

    private final Console console;

    Commands(Console console) {
        this.console = console;
    }

    /** The command that the first argument names, or all of them: looking at every one costs a tenth of a second. */
    List<Class<?>> asked(String... arguments) {
        List<Class<?>> named = ALL.stream()
                .filter(command -> arguments.length > 0
                        && command.getAnnotation(Command.class).name().equals(arguments[0]))
                .toList();
        return named.isEmpty() ? ALL : named;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        // Lists and the like, into which repeated options go, are not ours.
        if (!type.getName().startsWith(Commands.class.getPackageName() + ".")) {
            return CommandLine.defaultFactory().create(type);
        }
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return type.cast(
                constructor.getParameterCount() == 1 ? constructor.newInstance(console) : constructor.newInstance());
    }
}
