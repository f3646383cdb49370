package io.exhibit.cli.bench;

import io.exhibit.aws.AwsClients;
import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.AssessRun;
import io.exhibit.run.CollectRun;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.LocalDate;

/** Nights of the demo organization, each sealed and judged, for what is measured over stored months. */
final class BenchNights {

    private BenchNights() {}

    /** Lives through them in simulated time. The key is of zeros, and gone with the folder. */
    static void live(Settings settings, LocalDate first, LocalDate last, Console console) throws IOException {
        SimulatedClock clock = new SimulatedClock(DemoMonth.FIRST_RUN);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            Wiring wiring = new Wiring(settings.withEndpoint(sandbox.endpoint()).withParallel(4), console);
            Keys.save(SigningKey.of(new byte[32]), settings.key());
            Book book = wiring.book();
            try (Vault vault = wiring.vaultToWrite(clock);
                    AwsClients clients = wiring.simulatedClients(clock, sandbox.endpoint())) {
                CollectRun collect = wiring.collectRun(vault, clients, clock, Pauses::none, book, Demo.ENDPOINT);
                AssessRun assess = wiring.assessRun(vault, book);
                LocalDate end = last.plusDays(1);
                for (LocalDate night = first; night.isBefore(end); night = night.plusDays(1)) {
                    console.progress(
                            "living through " + night,
                            night.toEpochDay() - first.toEpochDay(),
                            end.toEpochDay() - first.toEpochDay());
                    sandbox.now(DemoMonth.runAt(night));
                    clock.begin(DemoMonth.runAt(night));
                    RunRecord run = collect.collect(DemoMonth.runAt(night));
                    assess.seal(run);
                }
            }
        }
    }
}
