package io.exhibit.cli.node;

import io.exhibit.aws.AwsClients;
import io.exhibit.cli.runs.Absence;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ConsoleProgress;
import io.exhibit.cli.wiring.Cluster;
import io.exhibit.cli.wiring.Wiring;
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
import io.exhibit.run.Work;
import io.exhibit.seal.SharedUnits;
import io.exhibit.seal.Signer;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Duration;
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

    /** Opens the night and hands out its first step. */
    @Override
    public String make(Night night) throws IOException {
        Optional<Open> before = shares().open();
        if (before.isPresent() && isTooOld(before.get())) {
            console.alarm(giveUp(before.get()));
        }
        Open open = open(night);
        if (!open.due().equals(night.due())) {
            return "The run of " + open.due() + " is not over. The one of " + night.due() + " is not begun beside it,"
                    + " and the next run logs it as missed.";
        }
        return handOut(open.run());
    }

    /** Hands out what is left of the run that is open, if a step of it was lost: after a start, and at each look. */
    String goOn() throws IOException {
        Optional<Open> open = shares().open();
        if (open.isEmpty()) {
            return "";
        }
        return isTooOld(open.get()) ? giveUp(open.get()) : handOut(open.get().run());
    }

    /** What it holds is no longer of that night. */
    private boolean isTooOld(Open open) {
        return clock.instant().isAfter(open.due().plus(SharedRun.FRESH));
    }

    private String giveUp(Open open) throws IOException {
        List<String> pending = shares().pending(open.run());
        return fail(
                open,
                "it was not over after " + SharedRun.FRESH.toHours() + " hours; not asked to the end: "
                        + String.join(", ", names(pending)));
    }

    private static List<String> names(List<String> accounts) {
        return accounts.stream()
                .map(account -> account.isEmpty() ? "the organization" : "account " + account)
                .toList();
    }

    private String handOut(String run) throws IOException {
        List<String> pending = shares().pending(run);
        if (pending.isEmpty()) {
            handing.close(run);
            return "Run " + run + ": every account has been asked; it is being sealed.";
        }
        handing.share(run, pending);
        return pending.contains("")
                ? "Run " + run + ": begun."
                : "Run " + run + ": " + pending.size() + (pending.size() == 1 ? " account" : " accounts")
                        + " handed out.";
    }

    private Open open(Night night) throws IOException {
        Optional<Open> before = shares().open();
        if (before.isPresent()) {
            return before.get();
        }
        if (!wiring.hasVault()) {
            wiring.vaultToWrite(clock).close();
            wiring.noteLog();
        }
        try (Vault vault = wiring.vaultToRead()) {
            return shares().open(new Open(SharedRun.id(night.due(), vault), night.due(), night.occasion()));
        }
    }

    private String fail(Open open, String why) throws IOException {
        try (Vault vault = wiring.vaultToWrite(clock)) {
            SharedRun.fail(open, vault, clock, wiring.settings().endpointName(), why);
        }
        observer.took(Work.COLLECT, Duration.between(open.due(), clock.instant()), false);
        shares().close(open.run());
        handing.forget(open.run());
        return "Run " + open.run() + ": failed, " + why + ".";
    }

    /** Asks one account, or the organization, and hands out what follows from that. Returns what there is to say. */
    String share(String run, String account) throws IOException {
        Optional<Open> open = shares().open().filter(each -> each.run().equals(run));
        Optional<Turn> turn = open.isPresent() ? shares().take(run, account) : Optional.empty();
        String said = "Run " + run + ", " + names(List.of(account)).get(0);
        if (turn.isPresent()) {
            Optional<String> refused;
            try {
                refused = ask(open.get(), turn.get());
            } catch (Superseded late) {
                return said + ": " + late.getMessage() + ".";
            }
            if (refused.isPresent()) {
                return fail(open.get(), refused.get());
            }
            shares().done(turn.get());
        }
        if (open.isPresent() && (account.isEmpty() || shares().pending(run).isEmpty())) {
            handOut(run);
        }
        return said + (turn.isPresent() ? ": asked." : ": nothing was left to ask.");
    }

    /** Returns why nobody could be asked. */
    private Optional<String> ask(Open open, Turn turn) throws IOException {
        try (AwsClients clients = wiring.clients(clock, pause);
                SharedUnits units = cluster.units(signer(), clock, turn)) {
            SharedRun run = run(open, clients, wiring.book());
            if (turn.account().isEmpty()) {
                SharedRun.Begun begun = run.begin(units);
                shares().add(open.run(), begun.accounts());
                return begun.refused();
            }
            run.share(turn.account(), units);
            return Optional.empty();
        }
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
        RunFigures figures = RunFigures.of(record);
        observer.collected(figures);
        observer.took(Work.COLLECT, figures.took(), figures.succeeded());
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
