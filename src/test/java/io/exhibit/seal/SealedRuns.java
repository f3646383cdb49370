package io.exhibit.seal;

import io.exhibit.evidence.RunRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every run of a vault, which only tests have few enough of to ask for all. */
public final class SealedRuns {

    private SealedRuns() {}

    public static List<RunRecord> of(Vault vault) throws IOException {
        List<RunRecord> runs = new ArrayList<>();
        for (String id : vault.runIds()) {
            runs.add(vault.run(id));
        }
        return runs;
    }
}
