package io.exhibit.cli;

import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsLandscape;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Goes as far as the first call to AWS, so that the JVM's archive of loaded classes holds what every start needs. With the
 * services and the printing in it the archive has hundreds of megabytes and takes a minute to write.
 */
@Command(name = "warm", hidden = true, mixinStandardHelpOptions = true, description = "Loads what every start needs.")
final class WarmCommand implements Callable<Integer> {

    private final Console console;

    WarmCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("exhibit-warm");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            Wiring wiring = new Wiring(SettingsReader.defaults(folder), console);
            wiring.book();
            try (AwsClients clients = wiring.simulatedClients(new SimulatedClock(DemoMonth.FIRST_RUN), sandbox)) {
                clients.open();
                new AwsLandscape(clients).enter();
            }
        } finally {
            Folders.delete(folder);
        }
        return ExitCode.DONE;
    }
}
