package io.exhibit.cli.vault;

import io.exhibit.aws.KmsSigner;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Signing;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.seal.KeyFace;
import io.exhibit.seal.KeyFiles;
import io.exhibit.seal.LoggedVault;
import io.exhibit.seal.Pem;
import io.exhibit.seal.Signer;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.VaultGlance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The keys that sign. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Makes signing keys, shows their public half, changes the key of a log.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeysCommand.New.class, KeysCommand.Show.class, KeysCommand.Rotate.class})
public final class KeysCommand {

    /** A key of one's own. */
    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = {
                "Makes an Ed25519 key: FILE holds the private half (PKCS#8 PEM), for its owner only, and FILE.pub.pem beside it the",
                "public half (SubjectPublicKeyInfo PEM). Nothing is ever written over; a private half that others can read is refused",
                "wherever it is used. The first collection makes the operator's key by itself; reviewers make theirs with this."
            },
            footer = {"", "Example:  exhibit keys new jane.pem"})
    static final class New implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "Where the private half goes.")
        private Path file;

        private final Console console;

        New(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Path half = KeyFiles.publicHalf(file);
            if (Files.exists(half)) {
                throw new Stop(ExitCode.CANNOT_WRITE, "There is a public key at " + half + " already.");
            }
            SigningKey key = Keys.drawn();
            Keys.save(key, file.toAbsolutePath());
            console.result("Private half, for you alone: " + file);
            console.result("Public half, to be given away: " + half);
            console.result("Key id: " + new KeyFace(key.publicKey()).id());
            return ExitCode.DONE;
        }
    }

    /** The folder of the vault, when there is one and the vault is in a folder. */
    private static Optional<Path> vault(Settings settings) {
        return settings.vault().folder().filter(folder -> Files.exists(folder.resolve("FORMAT")));
    }

    /** What others need to know of a key. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Shows the public half of a key in every form in which somebody may want it: PEM for openssl and --key, the key id in",
                "statements, the line that verifiers of signed notes want for checkpoints, and an entry for a trust file. Never the",
                "private half. Give the public half away by another way than the packs.",
                "",
                "The public half of a key of AWS KMS (aws.kms_key) is fetched, which takes kms:GetPublicKey, and kept beside the",
                "place of key: signing takes kms:Sign alone then."
            },
            footer = {"", "Example:  exhibit keys show", "          exhibit keys show jane.pem --reviewer --name jane"})
    static final class Show implements Callable<Integer> {

        @Mixin
        private Given given = new Given();

        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description = "A private or a public key (PEM); without it the key of the settings.")
        private Path file;

        @Option(names = "--name", paramLabel = "NAME", description = "How the trust file calls its holder.")
        private String name = "exhibit";

        @Option(names = "--reviewer", description = "It is the key of a reviewer, who signs no log.")
        private boolean reviewer;

        private final Console console;

        Show(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Settings settings = given.settings();
            PublicKey key = read(file == null ? own(settings) : file);
            KeyFace face = new KeyFace(key);
            console.result("Key id: " + face.id());
            console.result("Fingerprint (SHA-256 of its DER): " + face.sha256());
            console.raw(face.pem().stripTrailing());
            if (!reviewer) {
                console.result("For checkpoints: " + face.forCheckpointsOf(origin(settings)));
            }
            console.result("For a trust file, if this is the key of whom you mean:");
            console.raw("  - name: " + name);
            console.raw("    roles: [" + (reviewer ? "reviewer" : "log, statement") + "]");
            console.raw("    key: " + face.base64());
            console.raw("    from: " + from(settings, key).truncatedTo(ChronoUnit.SECONDS));
            return ExitCode.DONE;
        }

        /** The file of the key of the settings; of a key of AWS KMS its public half, which is fetched. */
        private Path own(Settings settings) throws IOException {
            Signing signing = new Wiring(settings, console).signing();
            if (signing.isFile()) {
                return settings.key();
            }
            Path half = KeyFiles.publicHalf(settings.key());
            if (signing.fetch()) {
                console.say("Fetched from AWS KMS: " + half);
            }
            return half;
        }

        private Instant from(Settings settings, PublicKey key) throws IOException {
            Optional<Path> vault = reviewer ? Optional.empty() : vault(settings);
            return vault.isPresent()
                    ? VaultGlance.began(vault.get(), key).orElseGet(new SystemClock()::instant)
                    : new SystemClock().instant();
        }

        private static String origin(Settings settings) throws IOException {
            Optional<Path> vault = vault(settings);
            return vault.isPresent() ? VaultGlance.at(vault.get()).checkpoint().origin() : Wiring.origin(settings);
        }

        private static PublicKey read(Path file) throws IOException {
            if (!Files.isRegularFile(file)) {
                throw new Stop(ExitCode.MISSING, "There is no key at " + file + ".");
            }
            try {
                return Pem.publicKey(Files.readString(file, StandardCharsets.ISO_8859_1));
            } catch (IllegalArgumentException e) {
                return SigningKey.load(file).publicKey();
            }
        }
    }

    /** Another key for the log. */
    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Changes the key that signs the log and the packs. The old key signs that the new one follows, the log seals that, and",
                "the new key signs the log from then on. The new key lies where the old one lay; that one is kept beside it as",
                "NAME.KEYID.pem, and signs nothing any more.",
                "",
                "Whoever has the old public key needs no new one: exhibit verify follows the change by the log. Give the new one away",
                "all the same (exhibit keys show), for whoever checks by hand.",
                "",
                "A change that was broken off is ended by the next command that writes the vault, or by this one. Units of a run that",
                "was broken off are asked again after it. If somebody has the old private key, do not rely on a rotation alone: he can",
                "sign a log that ends before it, and only a newer checkpoint in other hands shows that."
            },
            footer = {"", "Example:  exhibit keys rotate --settings exhibit.yaml"})
    static final class Rotate implements Callable<Integer> {

        @Mixin
        private Given given = new Given();

        @Option(
                names = "--to",
                paramLabel = "KEY",
                description =
                        "The new key: the ARN of one of AWS KMS, or a private key (PEM). Without it one is drawn, and takes"
                                + " the place of the old file.")
        private String to;

        private final Console console;

        Rotate(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Settings settings = given.settings();
            Wiring wiring = new Wiring(settings, console);
            if (!wiring.hasVault()) {
                throw new Stop(
                        ExitCode.MISSING,
                        "There is no vault at " + settings.vault()
                                + ", so no log has to know of another key. Make one with: exhibit keys new");
            }
            if (to != null) {
                return to(wiring);
            }
            if (!wiring.signing().isFile()) {
                throw new Stop(
                        ExitCode.USAGE,
                        "The log is signed by a key of AWS KMS. Make another one there, and give its ARN with --to.");
            }
            KeyFiles files = wiring.keyFiles();
            if (files.finish()) {
                console.say("An earlier change had been broken off; it is done now, and no other was begun.");
            } else {
                console.say("The log changed to the key " + files.rotate(Keys.drawn(), new SystemClock()) + ".");
            }
            console.say("The key before it is kept beside it and signs nothing any more.");
            console.result("Key: " + settings.key());
            console.result("Its public half: " + KeyFiles.publicHalf(settings.key()));
            return ExitCode.DONE;
        }

        /** To a key that lies elsewhere: only the log changes here, and the settings are for a person to change. */
        private int to(Wiring wiring) throws IOException {
            Signer next = wiring.signing().of(to);
            try (LoggedVault vault = wiring.vaultToWrite(new SystemClock())) {
                vault.rotate(next);
            }
            console.result("The log changed to the key "
                    + new KeyFace(next.publicKey()).id() + ". Write into the settings now: "
                    + (KmsSigner.isArn(to) ? "aws.kms_key: " + to : "key: " + to + ", without aws.kms_key"));
            console.say(
                    KmsSigner.isArn(to)
                            ? "Then fetch its public half: exhibit keys show"
                            : "The old key signs no more.");
            return ExitCode.DONE;
        }
    }
}
