package io.exhibit.cli.settings;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command with settings has. */
public final class Given {

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings (default: those that the variable EXHIBIT_SETTINGS names, or exhibit.yaml of the"
                    + " working folder, when it is there).")
    private Path file;

    @Option(
            names = "--vault",
            paramLabel = "VAULT",
            description = "The sealed evidence, a folder or s3://BUCKET/PREFIX, instead of the setting.")
    private String vault;

    /** The file that the settings come from, when there is one. */
    public Optional<Path> file() {
        return Optional.ofNullable(file)
                .or(Given::named)
                .or(() -> Optional.of(Path.of("exhibit.yaml"))
                        .filter(usual -> usual.toFile().exists()));
    }

    /** Where the settings' file is, or would be. */
    public Path place() {
        return file().orElse(Path.of("exhibit.yaml")).toAbsolutePath();
    }

    /**
     * What holds when file, {@code --vault} and AWS_ENDPOINT_URL are taken together; the file's own endpoint goes
     * before the variable's.
     */
    public Settings settings() {
        Settings settings = settings(named(file));
        settings = vault == null
                ? settings
                : settings.withVault(place("--vault", vault, settings.vault().s3()));
        String elsewhere = System.getenv("AWS_ENDPOINT_URL");
        if (settings.aws().endpoint().isEmpty() && elsewhere != null && !elsewhere.isBlank()) {
            settings = settings.withEndpoint(endpoint(elsewhere));
        }
        return settings;
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getenv("EXHIBIT_SETTINGS"))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    private static Path named(Path file) {
        return Optional.ofNullable(file).or(Given::named).orElse(null);
    }

    /** @param file or {@code null} for that of the working folder, or none */
    public static Settings settings(Path file) {
        Path usual = Path.of("exhibit.yaml");
        return file != null
                ? SettingsReader.read(file)
                : usual.toFile().exists()
                        ? SettingsReader.read(usual)
                        : SettingsReader.defaults(Path.of("").toAbsolutePath());
    }

    /** A place that an option names, which is relative to the working folder. */
    public static VaultPlace place(String option, String text, VaultPlace.S3 s3) {
        try {
            return VaultPlace.of(text, Path.of("").toAbsolutePath(), s3);
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.USAGE, option + ": " + e.getMessage());
        }
    }

    private static URI endpoint(String text) {
        try {
            return Values.endpoint(text);
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.SETTINGS, "AWS_ENDPOINT_URL: " + e.getMessage() + ".");
        }
    }
}
