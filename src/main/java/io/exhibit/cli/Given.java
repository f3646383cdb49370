package io.exhibit.cli;

import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that every command with settings has. */
final class Given {

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings (default: exhibit.yaml of the working folder, when it is there).")
    private Path file;

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            description = "Folder of the sealed evidence, instead of the setting.")
    private Path vault;

    Settings settings() {
        Path usual = Path.of("exhibit.yaml");
        Settings settings = file != null
                ? SettingsReader.read(file)
                : usual.toFile().exists()
                        ? SettingsReader.read(usual)
                        : SettingsReader.defaults(Path.of("").toAbsolutePath());
        settings = vault == null ? settings : settings.withVault(vault.toAbsolutePath());
        String elsewhere = System.getenv("AWS_ENDPOINT_URL");
        if (settings.aws().endpoint().isEmpty() && elsewhere != null && !elsewhere.isBlank()) {
            settings = settings.withEndpoint(endpoint(elsewhere));
        }
        return settings;
    }

    private static URI endpoint(String text) {
        try {
            return SettingsReader.endpoint(text);
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.SETTINGS, "AWS_ENDPOINT_URL: " + e.getMessage() + ".");
        }
    }
}
