package io.exhibit.cli.wiring;

import io.exhibit.aws.vault.Retention;
import io.exhibit.aws.vault.S3Settings;
import io.exhibit.aws.vault.S3Vault;
import io.exhibit.cli.settings.VaultPlace;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.KeyFiles;
import io.exhibit.seal.LoggedVault;
import io.exhibit.seal.Signer;
import io.exhibit.seal.Store;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.UUID;

/** Opens vaults, in a folder or in S3. */
public final class VaultWiring implements KeyFiles.Opening {

    private final VaultPlace place;

    public VaultWiring(VaultPlace place) {
        this.place = place;
    }

    /** Asks S3 where the vault lies there, so that it can fail as S3 does. */
    public boolean exists() throws IOException {
        return place.folder().isPresent()
                ? Files.exists(place.folder().get().resolve("FORMAT"))
                : S3Vault.exists(s3(Retention.NONE), Pauses::real);
    }

    @Override
    public LoggedVault read() throws IOException {
        return place.folder().isPresent()
                ? FileVault.read(place.folder().get())
                : S3Vault.read(s3(Retention.NONE), Pauses::real);
    }

    /** For reading and for lengthening locks; what is not locked is locked as the settings say. */
    LoggedVault retain() throws IOException {
        return place.folder().isPresent()
                ? read()
                : S3Vault.read(s3(place.s3().retention().orElse(Retention.NONE)), Pauses::real);
    }

    /** Its bytes as they are; to be closed. */
    public Store look() {
        return place.folder().isPresent()
                ? FileVault.look(place.folder().get())
                : S3Vault.look(s3(Retention.NONE), Pauses::real);
    }

    /** The place of a copy, locked. */
    public Store mirror(InstantSource clock) throws IOException {
        return place.folder().isPresent()
                ? FileVault.mirror(place.folder().get())
                : S3Vault.mirror(s3(place.s3().retention().orElseThrow(this::unsaid)), clock, Pauses::real);
    }

    @Override
    public LoggedVault open(Signer key, InstantSource clock) throws IOException {
        return place.folder().isPresent()
                ? FileVault.open(place.folder().get(), key, clock)
                : S3Vault.open(s3(place.s3().retention().orElseThrow(this::unsaid)), key, clock, Pauses::real);
    }

    /** Makes it; or opens the one in a folder that another run has made meanwhile. */
    LoggedVault create(String origin, Signer key, InstantSource clock) throws IOException {
        if (place.folder().isEmpty()) {
            S3Settings settings = s3(place.s3().retention().orElseThrow(this::unsaid));
            return S3Vault.create(settings, origin, key, clock, Pauses::real);
        }
        try {
            return FileVault.create(place.folder().get(), origin, key, clock);
        } catch (VaultException e) {
            if (e.reason() == VaultException.Reason.EXISTS && exists()) {
                return FileVault.open(place.folder().get(), key, clock);
            }
            throw e;
        }
    }

    /** Without a lock, or with the one that the settings say. */
    public S3Settings s3(Retention retention) {
        VaultPlace.S3 s3 = place.s3();
        return new S3Settings(
                place.bucket().orElseThrow(),
                s3.region(),
                s3.endpoint().orElse(null),
                s3.pathStyle(),
                retention,
                // Host and process for people; the rest, because one process may open it twice.
                ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID(),
                S3Settings.objects(),
                false);
    }

    private Stop unsaid() {
        return new Stop(
                ExitCode.SETTINGS,
                "The vault " + place + " lies in S3, and the settings do not say how it is locked. Write s3.lock:"
                        + " compliance, governance or none.");
    }
}
