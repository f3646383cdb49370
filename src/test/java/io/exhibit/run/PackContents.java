package io.exhibit.run;

import io.exhibit.assessment.Period;
import io.exhibit.render.PackContent;
import io.exhibit.seal.Checkpoint;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a pack run hands to its printer, without printing it. */
public final class PackContents {

    private PackContents() {}

    /** @param at the instant at which the pack would be issued */
    public static PackContent of(PackRun pack, Period period, Vault vault, Instant at) throws IOException {
        return of(pack, "EH-2026-10", period, vault, at);
    }

    /** @param name of the pack */
    public static PackContent of(PackRun pack, String name, Period period, Vault vault, Instant at) throws IOException {
        Checkpoint log = vault.checkpoint();
        return pack.month()
                .of(
                        period,
                        new Issued(
                                name,
                                1,
                                at,
                                "",
                                log.origin(),
                                log.size(),
                                log.root(),
                                log.note(),
                                "",
                                "",
                                "",
                                "none",
                                "",
                                KeepingJson.text(List.of()),
                                "",
                                Optional.empty()),
                        vault,
                        false);
    }
}
