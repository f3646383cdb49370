package io.exhibit.cli.verify;

import io.exhibit.aws.vault.S3Place;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.VaultPlace;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ConsoleProgress;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.VaultWiring;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.seal.Checkpoint;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.PackVerifier;
import io.exhibit.seal.Step;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Step.Status;
import io.exhibit.seal.Store;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a pack or a vault. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Checks that a pack or a vault is what was sealed, step by step. Asks nobody: no AWS, no network, no settings.",
            "Only a vault in S3 is read where it lies, with s3:GetObject, s3:GetObjectVersion and s3:ListBucket; nothing is put",
            "or locked there, and copies on this machine take at most 2 GiB and one file at a time.",
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
            "Example:  exhibit verify packs/EH-2026-10.zip --key exhibit.pub.pem --since checkpoint-of-september",
            "          exhibit verify s3://evidence/vault --trust trust.yaml --deep"
        })
public final class VerifyCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PACK|VAULT",
            description = "A zip that was issued, or a vault: its folder or s3://BUCKET/PREFIX.")
    private String what;

    @Mixin
    private Brought brought = new Brought();

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

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "How S3 is reached (s3), for a vault there alone (default: exhibit.yaml of the working folder).")
    private Path settings;

    @Option(names = "--json", description = "Print the steps as JSON.")
    private boolean json;

    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (held != null && !Files.isDirectory(held)) {
            throw new Stop(ExitCode.MISSING, "There is no folder " + held + ". Check --held.");
        }
        Trust given = brought.trust();
        Optional<Checkpoint> older = brought.since();
        StepReport report = new StepReport(console);
        List<Step> steps = new ArrayList<>();
        Consumer<Step> each = step -> {
            steps.add(step);
            if (!json) {
                report.print(step);
            }
        };
        if (isPack()) {
            Path pack = Path.of(what);
            Optional<Path> more = Optional.ofNullable(held);
            new PackVerifier(given, older, more).check(pack).forEach(each);
            deep(steps, each, Name.SIGNATURE, check -> check.pack(pack, more));
        } else {
            try (Store vault = vault()) {
                new Verifier(given).steps(vault, older).forEach(each);
                deep(steps, each, Name.LOG, check -> check.vault(vault));
            }
        }
        if (json) {
            console.raw(StepReport.json(steps));
        }
        return StepReport.code(steps);
    }

    private boolean isPack() {
        if (S3Place.isOne(what) || Files.isDirectory(Path.of(what))) {
            return false;
        }
        if (!Files.exists(Path.of(what))) {
            throw new Stop(ExitCode.MISSING, "There is no pack or vault at " + what + ".");
        }
        return true;
    }

    private Store vault() throws IOException {
        if (!S3Place.isOne(what)) {
            return FileVault.look(Path.of(what));
        }
        Wiring.quiet();
        VaultPlace place =
                Given.place("VAULT", what, Given.settings(settings).vault().s3());
        VaultWiring vault = new VaultWiring(place);
        if (!vault.exists()) {
            throw new Stop(ExitCode.MISSING, "There is no vault at " + place + ".");
        }
        return vault.look();
    }

    /**
     * Only what is known to be the signer's own is read and judged again.
     *
     * @param signature the step that tells whose it is
     */
    private void deep(List<Step> steps, Consumer<Step> each, Name signature, Consumer<DeepCheck> check) {
        boolean failed = steps.stream().anyMatch(step -> step.status() == Status.FAIL);
        boolean signed = steps.stream().anyMatch(step -> step.name() == signature && step.status() == Status.OK);
        if (deep && !failed && signed) {
            check.accept(new DeepCheck(new ConsoleProgress(console), each));
        }
        String why = steps.stream().anyMatch(step -> step.status() == Status.FAIL)
                ? "An earlier step failed."
                : brought.isNothing()
                        ? "Without a key nobody knows who made this; it is not judged."
                        : "An earlier step was not checked, so this may not be what was signed; it is not judged.";
        for (Name name : Name.DEEP) {
            if (steps.stream().noneMatch(step -> step.name() == name)) {
                each.accept(
                        deep
                                ? Step.notChecked(name, why)
                                : new Step(name, Status.NOT_ASKED, "Asked for with --deep.", List.of()));
            }
        }
    }
}
