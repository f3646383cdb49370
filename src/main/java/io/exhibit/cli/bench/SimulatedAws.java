package io.exhibit.cli.bench;

import io.exhibit.aws.AwsClients;
import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.run.RunClock;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The sandbox, asked as AWS is. */
final class SimulatedAws implements SimulatedWorld {

    private final Wiring wiring;
    private final Sandbox sandbox;
    private final RunClock clock;
    private final Book book;
    private final AwsClients clients;

    /** @param asked is run with each request */
    SimulatedAws(Wiring wiring, Sandbox sandbox, RunClock clock, Runnable asked) {
        this.wiring = wiring;
        this.sandbox = sandbox;
        this.clock = clock;
        book = wiring.book();
        clients = wiring.simulatedClients(clock, sandbox.endpoint());
        sandbox.listen(request -> asked.run());
    }

    @Override
    public CollectCommand.Collected collect(Night night) throws IOException {
        return CollectCommand.collect(wiring, clients, clock, Pauses::none, night, book, Demo.ENDPOINT);
    }

    @Override
    public void now(Instant instant) {
        sandbox.now(instant);
    }

    @Override
    public void refuse(boolean refused) {
        sandbox.faults(refused ? List.of(FaultSpec.parse("sts=denied")) : List.of());
    }

    @Override
    public void close() {
        clients.close();
    }
}
