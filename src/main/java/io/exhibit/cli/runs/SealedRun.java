package io.exhibit.cli.runs;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Which sealed run a command is about. */
public final class SealedRun {

    private SealedRun() {}

    /** The newest run that has evidence. */
    public static Optional<RunRecord> newest(Vault vault) throws IOException {
        List<String> ids = vault.runIds();
        for (int i = ids.size() - 1; i >= 0; i--) {
            RunRecord record = vault.run(ids.get(i));
            if (!record.units().isEmpty()) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    /**
     * A run that has evidence.
     *
     * @param id of the run, or {@code null} for the newest
     */
    public static RunRecord chosen(Vault vault, String id) throws IOException {
        RunRecord newest = newest(vault)
                .orElseThrow(() ->
                        new Stop(ExitCode.MISSING, "The vault holds no run with evidence yet. Run: exhibit collect"));
        List<String> ids = vault.runIds();
        if (id == null) {
            return newest;
        }
        String newestId = newest.id();
        Optional<RunRecord> asked = ids.contains(id) ? Optional.of(vault.run(id)) : Optional.empty();
        return asked.filter(record -> !record.units().isEmpty())
                .orElseThrow(() -> new Stop(
                        ExitCode.MISSING,
                        "The vault holds no evidence of a run " + id + ". The newest is " + newestId + "."));
    }
}
