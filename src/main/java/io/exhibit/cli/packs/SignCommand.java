package io.exhibit.cli.packs;

import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.seal.DurableFolder;
import io.exhibit.seal.PackVerifier;
import io.exhibit.seal.Review;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Step;
import io.exhibit.seal.Step.Status;
import io.exhibit.seal.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The signature of a second person. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Signs a pack as a second person who looked at it. The signature is a file of its own beside the pack,",
            "PACK.NAME.dsse.json: hand it over together with the pack. It never replaces an older one.",
            "",
            "The reviewer has a key of his own, which nobody else can read: exhibit keys new. Whoever verifies has its"
                    + " public",
            "half in his trust file, with the role reviewer, and says there how many reviewers he asks for"
                    + " (threshold).",
            "",
            "What the signature says: this key's holder signed the zip of this SHA-256, at this time by his own clock."
                    + " Before it is",
            "written the pack is checked as far as that goes without a key; a broken one is not signed, and the"
                    + " command ends with 4."
        },
        footer = {"", "Example:  exhibit sign packs/EH-2026-10.zip --key jane.pem --name jane"})
public final class SignCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PACK", description = "A zip that was issued.")
    private Path pack;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "The reviewer's private key (PEM).")
    private Path key;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "What the reviewer is called: small letters, digits and hyphens, at most 64.")
    private String name;

    private final Console console;

    SignCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Review.isName(name)) {
            throw new Stop(
                    ExitCode.USAGE,
                    "\"" + name
                            + "\" cannot be a reviewer's name. Write small letters, digits and hyphens, such as jane.");
        }
        if (!Files.isRegularFile(pack)) {
            throw new Stop(ExitCode.MISSING, "There is no pack at " + pack + ".");
        }
        Path file = Review.file(pack, name);
        if (Files.exists(file)) {
            throw new Stop(
                    ExitCode.CANNOT_WRITE,
                    "There is a signature of " + name + " already: " + file + ". A signature is not replaced.");
        }
        SigningKey reviewer = SigningKey.load(key);
        if (isBroken()) {
            return ExitCode.VERIFICATION_FAILED;
        }
        byte[] signature = Review.sign(pack, name, new SystemClock().instant(), reviewer);
        DurableFolder.of(file).write(file.getFileName().toString(), signature);
        console.result("Signed: " + file);
        return ExitCode.DONE;
    }

    private boolean isBroken() {
        List<Step> failed = new PackVerifier(Trust.nobody(), Optional.empty())
                .check(pack).stream()
                        .filter(step -> step.status() == Status.FAIL)
                        .toList();
        for (Step step : failed) {
            console.say(step.name() + ": " + step.found().get(0).says());
        }
        if (!failed.isEmpty()) {
            console.say("The pack is broken, and was not signed. Look closer with: exhibit verify " + pack);
        }
        return !failed.isEmpty();
    }
}
