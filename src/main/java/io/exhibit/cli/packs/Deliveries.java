package io.exhibit.cli.packs;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.wiring.Chore;
import io.exhibit.cli.wiring.Timed;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.deliver.NotDelivered;
import io.exhibit.run.Consignment;
import io.exhibit.run.DeliverRun;
import io.exhibit.run.Observer;
import io.exhibit.run.Vaults;
import io.exhibit.run.Work;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands over by the settings' channels what is owed to them, unattended or by hand. */
public final class Deliveries implements Chore {

    /** After how many hours it is tried again when it failed once, twice, ...; the last one counts for all that follow. */
    private static final List<Integer> HOURS = List.of(1, 1, 2, 4, 6);

    /** A look does not come to the second. */
    private static final Duration EARLY = Duration.ofMinutes(30);

    /** How far back a pack is looked for by its name. */
    private static final int YEARS = 7;

    private final Wiring wiring;
    private final InstantSource clock;
    private final Console console;
    private final Observer observer;
    private final Timed timed;
    private final Map<Consignment, Failed> failed = new HashMap<>();

    /** How often something failed, and from when on it is tried again. */
    private record Failed(int times, Instant from) {}

    public Deliveries(Wiring wiring, InstantSource clock, Console console, Observer observer) {
        this.wiring = wiring;
        this.clock = clock;
        this.console = console;
        this.observer = observer;
        this.timed = new Timed(observer, clock);
    }

    DeliverRun run() {
        return new DeliverRun(
                vaults(),
                wiring.settings().pack().folder(),
                wiring.settings().pack().routes(clock),
                clock);
    }

    @Override
    public String name() {
        return "The look for deliveries that are owed";
    }

    @Override
    public String carryOut(Instant due) throws IOException {
        if (wiring.settings().pack().deliver().isEmpty() || !wiring.hasVault()) {
            return "";
        }
        DeliverRun run = run();
        run.name();
        List<Consignment> owed = run.owed();
        failed.keySet().removeIf(each -> {
            boolean over = !owed.contains(each);
            if (over) {
                observer.succeeded(Work.DELIVER, words(each));
            }
            return over;
        });
        List<String> done = new ArrayList<>();
        for (Consignment each : owed) {
            Failed before = failed.getOrDefault(each, new Failed(0, Instant.MIN));
            if (!clock.instant().isBefore(before.from())) {
                Optional<Exception> trouble = handOver(run, each, false);
                if (trouble.isEmpty()) {
                    failed.remove(each);
                    observer.succeeded(Work.DELIVER, words(each));
                    done.add(each.pack() + " by " + each.channel());
                } else {
                    said(clock.instant() + " ", each, trouble.get(), failed(each, before));
                    observer.failed(Work.DELIVER, words(each), clock.instant(), message(trouble.get()));
                }
            }
        }
        return done.isEmpty() ? "" : "Delivered: " + String.join(", ", done) + ".";
    }

    private String failed(Consignment what, Failed before) {
        int hours = HOURS.get(Math.min(before.times(), HOURS.size() - 1));
        failed.put(
                what,
                new Failed(
                        before.times() + 1,
                        clock.instant().plus(Duration.ofHours(hours)).minus(EARLY)));
        return hours == 1
                ? "It is tried again with the next hourly look."
                : "It failed " + (before.times() + 1) + " times; it is tried again in " + hours
                        + " hours, or at once with: exhibit deliver --pack " + what.pack() + " --channel "
                        + what.channel();
    }

    /** Hands over what is asked for by hand; returns how many could not be. */
    int byHand(DeliverRun run, List<Consignment> asked, boolean again) throws IOException {
        int troubles = 0;
        for (Consignment each : asked) {
            Optional<Exception> trouble = handOver(run, each, again);
            trouble.ifPresent(why -> said("", each, why, "When it is mended: exhibit deliver"));
            troubles += trouble.isPresent() ? 1 : 0;
        }
        return troubles;
    }

    private Optional<Exception> handOver(DeliverRun run, Consignment what, boolean again) throws IOException {
        printHere(what.pack());
        DeliverRun.Outcome outcome = timed.of(
                Work.DELIVER,
                () -> run.deliver(what, again),
                made -> made.trouble().isEmpty());
        observer.delivered(outcome.trouble().isPresent() ? Observer.Delivered.FAILED : Observer.Delivered.DONE);
        outcome.receipt()
                .ifPresent(receipt ->
                        console.say(what.pack() + " by " + what.channel() + ": " + DeliveryText.of(receipt)));
        return outcome.trouble();
    }

    /** Another node has bound it: it comes out here as the same bytes. Of what is no month's pack there is nothing to print it from. */
    private void printHere(String pack) throws IOException {
        Settings settings = wiring.settings();
        if (settings.serving().cluster().isEmpty()
                || Files.exists(settings.pack().folder().resolve(pack + ".zip"))) {
            return;
        }
        YearMonth now =
                YearMonth.from(clock.instant().atZone(settings.schedule().zone()));
        for (YearMonth month = now; month.isAfter(now.minusYears(YEARS)); month = month.minusMonths(1)) {
            if (settings.packName(month).equals(pack)) {
                PackCommand.bind(wiring, month, clock);
                return;
            }
        }
    }

    private void said(String at, Consignment what, Exception trouble, String next) {
        console.alarm(at + what.pack() + " was not delivered by " + what.channel() + " (" + what.to() + "). "
                + message(trouble)
                + " " + next);
    }

    private static String message(Exception trouble) {
        return trouble instanceof NotDelivered
                ? trouble.getMessage()
                : Ending.of(trouble).message();
    }

    private static String words(Consignment what) {
        return "The delivery of " + what.pack() + " by " + what.channel();
    }

    private Vaults vaults() {
        return new Vaults() {
            @Override
            public <T> T reading(Use<T> use) throws IOException {
                try (Vault vault = wiring.vaultToRead()) {
                    return use.of(vault);
                }
            }

            @Override
            public <T> T writing(Use<T> use) throws IOException {
                try (Vault vault = wiring.vaultToWrite(clock)) {
                    return use.of(vault);
                }
            }
        };
    }
}
