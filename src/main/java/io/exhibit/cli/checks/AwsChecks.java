package io.exhibit.cli.checks;

import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsLandscape;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.collect.ClockLag;
import io.exhibit.evidence.Gap;
import io.exhibit.run.RunClock;
import java.util.List;
import java.util.Optional;

/** One call to AWS: who calls, and what time it is there. */
final class AwsChecks {

    private static final String CLOCK = "clock";

    private final Wiring wiring;
    private final RunClock clock;

    AwsChecks(Wiring wiring, RunClock clock) {
        this.wiring = wiring;
        this.clock = clock;
    }

    List<Checked> checks() {
        try (AwsClients clients = wiring.clients(clock, Pauses::real)) {
            AwsLandscape landscape = new AwsLandscape(clients);
            return List.of(Checked.of("credentials", () -> credentials(landscape)), clock(landscape.clockLag()));
        }
    }

    private static Checked credentials(AwsLandscape landscape) {
        Optional<Gap> refused = landscape.enter();
        if (refused.isPresent()) {
            Gap gap = refused.get();
            throw CollectCommand.refused(
                    "AWS did not say who calls", gap.cause().words() + ": " + gap.message(), ".");
        }
        return Checked.ok("credentials", landscape.identity());
    }

    private static Checked clock(Optional<ClockLag> lag) {
        if (lag.filter(ClockLag::isKnown).isEmpty()) {
            return Checked.warning(CLOCK, "not compared with AWS's, because no answer came with a time", "");
        }
        String found = lag.get().words();
        return lag.get().isTooFar()
                ? Checked.trouble(
                        CLOCK,
                        ExitCode.SETTINGS,
                        found,
                        "Set it by a time server (NTP): AWS refuses what is signed five minutes off, and the times in the"
                                + " evidence would be wrong.")
                : Checked.ok(CLOCK, found);
    }
}
