package io.exhibit.cli;

import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsLandscape;
import io.exhibit.aws.AwsSettings;
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
            new Wiring(SettingsReader.defaults(folder), console).book();
            // By the SDK's own chain of credentials, a tenth of a second of classes; with keys that end it before it
            // asks around.
            System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
            System.setProperty("aws.secretAccessKey", "not-a-secret");
            AwsSettings asked = AwsSettings.defaults().at(sandbox.endpoint());
            try (AwsClients clients = new AwsClients(asked, new SystemClock(), Pauses::none)) {
                clients.open();
                new AwsLandscape(clients).enter();
            }
        } finally {
            Folders.delete(folder);
        }
        return ExitCode.DONE;
    }
}
