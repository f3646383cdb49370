package io.exhibit.cli.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.VaultPlace;
import io.exhibit.cli.terminal.Console;
import io.exhibit.seal.DurableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * That there is a log, noted in the folder of the state, which a backup takes along. A vault that is not there although one was (its disk is
 * not mounted, its copy was not put back, its name has a typo) would be begun anew otherwise: a second log under the same name, signed by the
 * same key.
 */
public final class LogMark {

    private static final String NAME = "log.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VaultPlace vault;
    private final Path file;

    public LogMark(Settings settings) {
        this.vault = settings.vault();
        this.file = settings.serving().state().resolve(NAME);
    }

    /** Notes that there is a vault where the settings name it. Not being able to is said and ends nothing: a night is worth more. */
    void keep(Console console) {
        try {
            if (noted().filter(vault.toString()::equals).isEmpty()) {
                Files.createDirectories(file.getParent());
                byte[] text = JSON.writeValueAsBytes(
                        JSON.createObjectNode().put("version", 1).put("vault", vault.toString()));
                DurableFolder.of(file).writeSecret(NAME, text);
            }
        } catch (IOException e) {
            console.alarm("That there is a log at " + vault + " could not be noted in " + file + ": " + e.getMessage()
                    + ". Should the vault be lost, nothing here would know that there was one.");
        }
    }

    /** What to say when there is no vault: empty when there never was one. */
    public Optional<String> lost() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String where;
        try {
            where = "a log at " + noted().orElse("a place that is not named");
        } catch (IOException e) {
            where = "a log, at a place that cannot be read: " + e.getMessage();
        }
        return Optional.of("There is no vault at " + vault + ", and there was one: " + file + " notes " + where
                + ". Begun anew it would be a second log under the same name. Put the vault back (a mirror of it: exhibit"
                + " vault copy " + vault
                + " --vault MIRROR), mount its disk, or name its place in the settings (vault)."
                + " To begin a new log on purpose, move " + file + " away.");
    }

    private Optional<String> noted() throws IOException {
        return Files.exists(file)
                ? Optional.of(
                        JSON.readTree(Files.readAllBytes(file)).path("vault").asText())
                : Optional.empty();
    }
}
