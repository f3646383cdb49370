package io.exhibit.cli.wiring;

import io.exhibit.aws.AwsClients;
import io.exhibit.aws.KmsSigner;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.seal.DurableFolder;
import io.exhibit.seal.KeyFiles;
import io.exhibit.seal.Pem;
import io.exhibit.seal.Signer;
import io.exhibit.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.function.Supplier;

/** Who signs by the settings: a key in a file, or one of AWS KMS, whose public half lies where that of the file would. */
public final class Signing {

    private final Settings settings;
    private final Supplier<AwsClients> make;
    private AwsClients clients;

    /** @param make what asks AWS, when a key of AWS KMS is used */
    Signing(Settings settings, Supplier<AwsClients> make) {
        this.settings = settings;
        this.make = make;
    }

    /** Whether a file signs, and not a key in AWS KMS. */
    public boolean isFile() {
        return settings.aws().kmsKey().isEmpty();
    }

    /** The signer of the settings. */
    public Signer signer() throws IOException {
        return isFile()
                ? SigningKey.load(settings.key())
                : new KmsSigner(clients(), settings.aws().kmsKey().get(), kept());
    }

    /** Lets a key of AWS KMS sign something that means nothing, and says so. */
    public Checked trial() throws IOException {
        signer().sign("exhibit doctor\n".getBytes(StandardCharsets.US_ASCII));
        return Checked.ok("key", settings.aws().kmsKey().get() + " of AWS KMS, which signed a trial");
    }

    /** Whether there is somebody to sign: a file that is not there yet is made by the first collection. */
    public boolean isThere() {
        return !isFile() || Files.exists(settings.key());
    }

    /** As messages call the signer. */
    public String words() {
        return settings.aws().kmsKey().orElse(settings.key().toString());
    }

    /** Another one, by the ARN of a KMS key or the path of a private key. */
    public Signer of(String place) throws IOException {
        return KmsSigner.isArn(place)
                ? new KmsSigner(clients(), place, KmsSigner.publicKey(clients(), place))
                : SigningKey.load(Path.of(place));
    }

    /** Fetches the public half of the settings' KMS key and keeps it, if it is not the one that is kept. Returns whether it was not. */
    public boolean fetch() throws IOException {
        String pem = new KmsSigner(
                        clients(),
                        settings.aws().kmsKey().get(),
                        KmsSigner.publicKey(clients(), settings.aws().kmsKey().get()))
                .publicPem();
        Path half = KeyFiles.publicHalf(settings.key());
        if (Files.exists(half)
                && Files.readString(half, StandardCharsets.ISO_8859_1).equals(pem)) {
            return false;
        }
        DurableFolder.of(half).write(half.getFileName().toString(), pem.getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    private PublicKey kept() throws IOException {
        Path half = KeyFiles.publicHalf(settings.key());
        if (!Files.exists(half)) {
            throw new Stop(
                    ExitCode.MISSING,
                    "The public half of the KMS key is not there: " + half
                            + ". Fetch it once, which takes kms:GetPublicKey: exhibit keys show");
        }
        try {
            return Pem.publicKey(Files.readString(half, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.FILE, half + " is not the PEM file of an Ed25519 public key.");
        }
    }

    private synchronized AwsClients clients() {
        if (clients == null) {
            clients = make.get();
        }
        return clients;
    }
}
