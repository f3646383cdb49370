package io.exhibit.cli.checks;

import io.exhibit.aws.vault.Retention;
import io.exhibit.aws.vault.S3Vault;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.VaultPlace;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.LogMark;
import io.exhibit.cli.wiring.Signing;
import io.exhibit.cli.wiring.VaultWiring;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.seal.Checkpoint;
import io.exhibit.seal.KeyFiles;
import io.exhibit.seal.LoggedVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The key, a vault in S3, and the room for what is on its way there. */
public final class BucketChecks {

    private final Settings settings;
    private final VaultPlace place;
    private final VaultWiring vault;
    private final Signing signing;

    public BucketChecks(Wiring wiring) {
        this.settings = wiring.settings();
        this.place = settings.vault();
        this.vault = new VaultWiring(place);
        this.signing = wiring.signing();
    }

    /** Key, vault and room on this disk, in that order; one that breaks is trouble, and the next are made all the same. */
    public List<Checked> checks() {
        return List.of(
                Checked.of("key", new KeyCheck(settings, signing, vault::exists)),
                Checked.of("vault", this::vault),
                Checked.of("disk", this::disk));
    }

    private Checked vault() throws IOException {
        Optional<Retention> said = place.s3().retention();
        if (said.isEmpty()) {
            return Checked.trouble(
                    "vault",
                    ExitCode.SETTINGS,
                    place + " lies in S3, and the settings do not say how it is locked",
                    "Write s3.lock: compliance, governance or none.");
        }
        Retention retention = said.get();
        if (vault.exists() && new KeyFiles(settings.key(), vault).isHalfDone()) {
            return VaultChecks.keyIsHalfDone();
        }
        Optional<String> lost = vault.exists() ? Optional.empty() : new LogMark(settings).lost();
        if (lost.isPresent()) {
            return Checked.trouble("vault", ExitCode.MISSING, lost.get(), "");
        }
        boolean versioned = S3Vault.protects(vault.s3(retention), Pauses::real);
        String found = vault.exists() ? found() : place + ", none yet; the first collection makes it";
        if (retention.mode() != Retention.Mode.NONE) {
            return Checked.ok("vault", found + "; locked (" + retention.mode() + ") for " + retention.days() + " days");
        }
        return Checked.warning(
                "vault",
                found + "; no lock" + (versioned ? "" : ", and the bucket keeps no versions"),
                "Whoever may delete there can delete evidence"
                        + (versioned ? "" : ", and whoever may write there can overwrite it")
                        + ". Write s3.lock: compliance when the bucket has Object Lock.");
    }

    private String found() throws IOException {
        try (LoggedVault open = vault.read()) {
            Checkpoint newest = open.checkpoint();
            if (signing.isThere() && !open.isSignedBy(signing.signer())) {
                throw new Stop(
                        ExitCode.FILE,
                        "The checkpoint of " + place + " was not signed by " + signing.words()
                                + ". Put the key back that belongs to this vault, or check vault and key of the"
                                + " settings.");
            }
            return place + ", " + VaultChecks.count(newest == null ? 0 : newest.size())
                    + " in the log, as its checkpoint covers";
        }
    }

    /** Units are written to this machine before they go to S3. */
    public Checked disk() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return VaultChecks.room(
                temporary + ": "
                        + VaultChecks.words(Files.getFileStore(temporary).getUsableSpace()) + " free",
                Files.getFileStore(temporary).getUsableSpace(),
                0);
    }
}
