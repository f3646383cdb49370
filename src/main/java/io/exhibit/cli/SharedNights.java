package io.exhibit.cli;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Pause;
import io.exhibit.control.Book;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.Asking;
import io.exhibit.run.AssessRun;
import io.exhibit.run.MissedRuns;
import io.exhibit.run.Observer;
import io.exhibit.run.RunClock;
import io.exhibit.run.RunFigures;
import io.exhibit.run.SharedRun;
import io.exhibit.run.Shares;
import io.exhibit.run.Shares.Open;
import io.exhibit.run.Shares.Superseded;
import io.exhibit.run.Shares.Turn;
import io.exhibit.seal.SharedUnits;
import io.exhibit.seal.Signer;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A night that several nodes share, step by step. Each step may be taken by any of them, and again by another when the one that
 * took it has died: what is in the database and in the vault decides what is left to do.
 */
final class SharedNights implements Collecting.Making {

    /** Units of one account that a node reads at once. */
    static final int UNITS = 4;

    private final Wiring wiring;
    private final Cluster cluster;
    private final Handing handing;
    private final RunClock clock;
    private final Pause pause;
    private final Stopping stopping;
    private final Observer observer;
    private final Console console;

    /** Hands the next step to whichever node is free. Handing out a step that is on its way already changes nothing. */
    interface Handing {

        /** Accounts of a run to be asked. */
        void share(String run, Collection<String> accounts) throws IOException;

        /** A run to be sealed. */
        void close(String run) throws IOException;

        /** Nothing more is to be done for a run. */
        void forget(String run) throws IOException;
    }

    SharedNights(
            Wiring wiring,
            Cluster cluster,
            Handing handing,
            RunClock clock,
            Pause pause,
            Stopping stopping,
            Observer observer,
            Console console) {
        this.wiring = wiring;
        this.cluster = cluster;
        this.handing = handing;
        this.clock = clock;
        this.pause = pause;
        this.stopping = stopping;
        this.observer = observer;
        this.console = console;
    }

    @Override
    public boolean isUnderWay() throws IOException {
        return shares().open().isPresent();
    }

    /** Begins the night and hands its accounts out. */
    @Override
    public String make(Night night) throws IOException {
        Open open = open(night);
        if (!open.due().equals(night.due())) {
            return "The run of " + open.due() + " is not over. The one of " + night.due() + " is not begun beside it,"
                    + " and the next run logs it as missed.";
        }
        return begin(open);
    }

    private String begin(Open open) throws IOException {
        Optional<Turn> turn = shares().take(open.run(), "");
        if (turn.isPresent()) {
            Optional<String> refused = ask(open, turn.get());
            if (refused.isPresent()) {
                return fail(open, refused.get());
            }
        }
        return handOut(open.run());
    }

    /** Hands out what is left of the run that is open: after a start, or when a step was lost. */
    String goOn() throws IOException {
        Optional<Open> open = shares().open();
        return open.isEmpty() ? "" : begin(open.get());
    }

    private String handOut(String run) throws IOException {
        List<String> pending = shares().pending(run);
        if (pending.isEmpty()) {
            handing.close(run);
            return "Run " + run + ": every account has been asked; it is being sealed.";
        }
        handing.share(run, pending);
        return "Run " + run + ": " + pending.size() + (pending.size() == 1 ? " account" : " accounts") + " handed out.";
    }

    private Open open(Night night) throws IOException {
        Optional<Open> before = shares().open();
        if (before.isPresent()) {
            return before.get();
        }
        if (!wiring.hasVault()) {
            wiring.vaultToWrite(clock).close();
        }
        try (Vault vault = wiring.vaultToRead()) {
            Open open = shares().open(new Open(SharedRun.id(night.due(), vault), night.due(), night.occasion()));
            shares().add(open.run(), List.of(""));
            return open;
        }
    }

    private Optional<String> ask(Open open, Turn turn) throws IOException {
        try (AwsClients clients = wiring.clients(clock, pause);
                SharedUnits units = cluster.units(signer(), clock, turn)) {
            Book book = wiring.book();
            SharedRun.Begun begun = run(open, clients, book).begin(units);
            if (begun.refused().isEmpty()) {
                shares().add(open.run(), begun.accounts());
                shares().done(turn);
            }
            return begun.refused();
        }
    }

    private String fail(Open open, String why) throws IOException {
        try (Vault vault = wiring.vaultToWrite(clock)) {
            SharedRun.fail(open, vault, clock, wiring.settings().endpointName(), why);
        }
        shares().close(open.run());
        return "Run " + open.run() + ": failed, " + why;
    }

    /** Asks one account. Returns what there is to say. */
    String share(String run, String account) throws IOException {
        Optional<Open> open = shares().open().filter(each -> each.run().equals(run));
        Optional<Turn> turn = open.isPresent() ? shares().take(run, account) : Optional.empty();
        if (turn.isPresent()) {
            try (AwsClients clients = wiring.clients(clock, pause);
                    SharedUnits units = cluster.units(signer(), clock, turn.get())) {
                run(open.get(), clients, wiring.book()).share(account, units);
                shares().done(turn.get());
            } catch (Superseded late) {
                return "Run " + run + ", account " + account + ": " + late.getMessage() + ".";
            }
        }
        if (open.isPresent() && shares().pending(run).isEmpty()) {
            handing.close(run);
        }
        return "Run " + run + ", account " + account + (turn.isPresent() ? ": asked." : ": nothing was left to ask.");
    }

    /** Seals and judges the run, and forgets what the nodes shared of it. Returns what there is to say. */
    String close(String run) throws IOException {
        Optional<Open> open = shares().open().filter(each -> each.run().equals(run));
        if (open.isEmpty()) {
            return "Run " + run + " was sealed before.";
        }
        if (!shares().pending(run).isEmpty()) {
            return handOut(run);
        }
        Book book = wiring.book();
        RunRecord record;
        try (Vault vault = wiring.vaultToWrite(clock)) {
            if (vault.runIds().contains(run)) {
                record = vault.run(run);
            } else {
                observer.missed(missed(vault, open.get()));
                record = SharedRun.close(open.get(), vault, clock, scope(book));
            }
            AssessRun assess = wiring.assessRun(vault, book);
            assess.sealUnjudged();
        }
        shares().close(run);
        handing.forget(run);
        observer.collected(RunFigures.of(record));
        return Collecting.said(record);
    }

    private int missed(Vault vault, Open open) throws IOException {
        return MissedRuns.seal(
                        vault,
                        wiring.settings().schedule().collect(),
                        open.due(),
                        Absence.of(wiring.state(), vault, clock.instant()))
                .size();
    }

    private SharedRun run(Open open, AwsClients clients, Book book) {
        Asking asking =
                wiring.asking(clients, pause, wiring.settings().endpointName()).with(UNITS);
        return new SharedRun(
                open,
                asking,
                clock,
                scope(book),
                wiring.digests(book),
                new ConsoleProgress(console),
                stopping::isUrgent);
    }

    private Scope scope(Book book) {
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), wiring.settings().schedule().zone());
        return book.scope().on(today);
    }

    private Signer signer() throws IOException {
        return wiring.key();
    }

    private Shares shares() {
        return cluster.shares();
    }
}
