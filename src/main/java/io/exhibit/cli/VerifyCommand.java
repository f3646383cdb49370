package io.exhibit.cli;

import io.exhibit.seal.Checkpoint;
import io.exhibit.seal.PackVerifier;
import io.exhibit.seal.Pem;
import io.exhibit.seal.Step;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Step.Status;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a pack or a vault. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Checks that a pack or a vault is what was sealed, step by step. Asks nobody: no AWS, no network, no settings.",
            "",
            "The key must have come to you by another way than the pack, and so must those of a trust file; evidence-format.md",
            "says how that is written. The checkpoint to give with --since is the file data/vault/checkpoint of an earlier pack.",
            "Signatures of reviewers (exhibit sign) are found beside the pack.",
            "",
            "Ends with 0 when every step that was asked for is OK, with 4 when one fails, with 5 when none fails and one could",
            "not be checked."
        },
        footer = {
            "",
            "Example:  exhibit verify packs/EH-2026-10.zip --key exhibit.pub.pem --since checkpoint-of-september"
        })
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PACK|VAULT", description = "A zip that was issued, or the folder of a vault.")
    private Path what;

    @Option(names = "--key", paramLabel = "FILE", description = "Public key (PEM) of who sealed it.")
    private Path key;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description =
                    "Trust file, instead of --key: keys with role and time, and how many reviewers must have signed.")
    private Path trust;

    @Option(names = "--since", paramLabel = "CHECKPOINT", description = "An older checkpoint of the same log.")
    private Path since;

    @Option(
            names = "--held",
            paramLabel = "FOLDER",
            description =
                    "Raw answers that stay with the entity and were brought: its vault, or the files by their names there.")
    private Path held;

    @Option(
            names = "--deep",
            description = {
                "Also read every raw answer again, and judge every day and the month again by the book in the pack, with"
                        + " this program: minutes."
            })
    private boolean deep;

    @Option(names = "--json", description = "Print the steps as JSON.")
    private boolean json;

    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(what)) {
            throw new Stop(ExitCode.MISSING, "There is no pack or vault at " + what + ".");
        }
        if (held != null && !Files.isDirectory(held)) {
            throw new Stop(ExitCode.MISSING, "There is no folder " + held + ". Check --held.");
        }
        Trust given = trust();
        Optional<Checkpoint> older = since();
        StepReport report = new StepReport(console);
        List<Step> steps = new ArrayList<>();
        Consumer<Step> each = step -> {
            steps.add(step);
            if (!json) {
                report.print(step);
            }
        };
        (Files.isDirectory(what)
                        ? new Verifier(given).steps(what, older)
                        : new PackVerifier(given, older, Optional.ofNullable(held)).check(what))
                .forEach(each);
        deep(steps, each);
        if (json) {
            console.raw(StepReport.json(steps));
        }
        return StepReport.code(steps);
    }

    /** Only what is known to be the signer's own is read and judged again. */
    private void deep(List<Step> steps, Consumer<Step> each) {
        boolean failed = steps.stream().anyMatch(step -> step.status() == Status.FAIL);
        boolean signed = steps.stream()
                .anyMatch(step -> (step.name() == Name.SIGNATURE || Files.isDirectory(what) && step.name() == Name.LOG)
                        && step.status() == Status.OK);
        if (deep && !failed && signed) {
            DeepCheck check = new DeepCheck(new ConsoleProgress(console), each);
            if (Files.isDirectory(what)) {
                check.vault(what);
            } else {
                check.pack(what, Optional.ofNullable(held));
            }
        }
        String why = steps.stream().anyMatch(step -> step.status() == Status.FAIL)
                ? "An earlier step failed."
                : "Without a key nobody knows who made this; it is not judged.";
        for (Name name : Name.DEEP) {
            if (steps.stream().noneMatch(step -> step.name() == name)) {
                each.accept(
                        deep
                                ? Step.notChecked(name, why)
                                : new Step(name, Status.NOT_ASKED, "Asked for with --deep.", List.of()));
            }
        }
    }

    private Trust trust() throws IOException {
        if (key != null && trust != null) {
            throw new Stop(ExitCode.USAGE, "Give --key or --trust, not both: put the key into the trust file.");
        }
        if (trust != null) {
            return TrustReader.read(existing(trust, "--trust"));
        }
        return key == null ? Trust.nobody() : Trust.of(publicKey());
    }

    private PublicKey publicKey() throws IOException {
        try {
            return Pem.publicKey(Files.readString(existing(key, "--key"), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new Stop(
                    ExitCode.FILE,
                    key + " is not the PEM file of an Ed25519 public key. It begins with -----BEGIN PUBLIC KEY-----.");
        }
    }

    private Optional<Checkpoint> since() throws IOException {
        if (since == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Checkpoint.read(existing(since, "--since")));
        } catch (IllegalArgumentException e) {
            throw new Stop(
                    ExitCode.FILE,
                    since + " is not a checkpoint. Give the file data/vault/checkpoint of an earlier pack.");
        }
    }

    private static Path existing(Path file, String option) {
        if (!Files.isRegularFile(file)) {
            throw new Stop(ExitCode.MISSING, "There is no file " + file + ". Check " + option + ".");
        }
        return file;
    }
}
