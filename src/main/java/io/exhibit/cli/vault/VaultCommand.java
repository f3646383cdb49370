package io.exhibit.cli.vault;

import io.exhibit.cli.checks.VaultChecks;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.VaultPlace;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.VaultWiring;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.seal.Store;
import io.exhibit.seal.VaultCopy;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What lies in a vault, a mirror of it, and for how long it is kept. */
@Command(
        name = "vault",
        mixinStandardHelpOptions = true,
        description = "Lists what is sealed in a vault, copies it, and says and extends how long it is kept.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {VaultList.class, VaultCommand.Copy.class, VaultRetain.class})
public final class VaultCommand {

    /** A mirror. */
    @Command(
            name = "copy",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Makes TO the mirror of the vault, or brings a mirror up to date: the same log under the same signed"
                        + " checkpoint, and",
                "every sealed file. Each is compared with its sealed digest before and after. Nothing there is ever"
                        + " written over: a",
                "mirror that holds another log, or another file, is refused. A copy that was broken off goes on when"
                        + " it is started",
                "again. No private key is needed.",
                "",
                "TO is a folder or s3://BUCKET/PREFIX. How S3 is reached and locked say the settings (s3).",
                "A copy proves nothing of who signed: check it with exhibit verify and the public key."
            },
            footer = {
                "",
                "Example:  exhibit vault copy /mnt/mirror",
                "          exhibit vault copy s3://evidence/vault --settings exhibit.yaml",
                "          exhibit vault copy from-s3 --vault s3://evidence/vault"
            })
    static final class Copy implements Callable<Integer> {

        @Mixin
        private Given given = new Given();

        @Parameters(paramLabel = "TO", description = "Where the mirror is, or is to be.")
        private String to;

        private final Console console;

        Copy(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Wiring wiring = new Wiring(given.settings(), console);
            VaultPlace from = wiring.settings().vault();
            VaultPlace mirror = Given.place("TO", to, from.s3());
            if (from.toString().equals(mirror.toString())) {
                throw new Stop(ExitCode.USAGE, "A vault cannot be the mirror of itself.");
            }
            if (!wiring.hasVault()) {
                throw new Stop(ExitCode.MISSING, "There is no vault at " + from + ". Check --vault.");
            }
            try (Store source = new VaultWiring(from).look();
                    Store target = new VaultWiring(mirror).mirror(new SystemClock())) {
                VaultCopy.Copied copied = new VaultCopy(
                                source, from.toString(), target, (done, all) -> console.progress("copying", done, all))
                        .copy();
                console.say(copied.files() + " files, " + VaultChecks.words(copied.bytes()) + ", were copied"
                        + (copied.there() == 0 ? "" : "; " + copied.there() + " were there already")
                        + ". Leaves in the log of the mirror: " + copied.leaves() + ", of them new: " + copied.added()
                        + ".");
                console.result("Mirror: " + mirror);
            }
            return ExitCode.DONE;
        }
    }
}
