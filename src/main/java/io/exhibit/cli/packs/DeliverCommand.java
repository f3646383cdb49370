package io.exhibit.cli.packs;

import io.exhibit.assessment.Receipt;
import io.exhibit.cli.settings.ChannelSettings;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Problem;
import io.exhibit.run.Consignment;
import io.exhibit.run.DeliverRun;
import io.exhibit.run.Observer;
import io.exhibit.seal.Profile;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands packs over by hand, and lists what was. */
@Command(
        name = "deliver",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Hands over by the channels of the settings (pack.deliver) what is owed to them.",
            "",
            "A channel is owed the packs that were sealed since the log knows of it, and of which the log has no receipt. With"
                    + " --pack a",
            "pack goes that is not owed too: an older one, or once more. exhibit serve does the same every hour, and after each"
                    + " pack.",
            "",
            "Each receipt is sealed: what, to whom, when, with the SHA-256 of each file. A file of the same name with other bytes"
                    + " is",
            "never replaced. Ends with 73 when something could not be handed over."
        },
        footer = {
            "",
            "Examples: exhibit deliver --list",
            "          exhibit deliver",
            "          exhibit deliver --pack EH-2026-10 --channel auditor"
        })
public final class DeliverCommand implements Callable<Integer> {

    private static final String NO_CHANNEL = "The settings name no channel. Write where packs go: pack.deliver.";

    @Mixin
    private Given given = new Given();

    @Option(names = "--pack", paramLabel = "NAME", description = "This pack, also when it is not owed.")
    private String pack;

    @Option(names = "--channel", paramLabel = "NAME", description = "By this channel alone.")
    private String channel;

    @Option(names = "--list", description = "List what was delivered and what is owed, from the log; nothing is sent.")
    private boolean list;

    private final Console console;

    DeliverCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Wiring wiring = new Wiring(given.settings(), console);
        return run(wiring, new SystemClock());
    }

    private int run(Wiring wiring, InstantSource clock) throws IOException {
        wiring.vaultToRead().close();
        Deliveries deliveries = new Deliveries(wiring, clock, console, Observer.NONE);
        DeliverRun run = deliveries.run();
        List<ChannelSettings> channels = channels(wiring.settings());
        if (list) {
            list(wiring, run);
            return ExitCode.DONE;
        }
        run.name();
        List<Consignment> asked = pack == null ? owed(run) : asked(wiring, channels);
        if (asked.isEmpty()) {
            console.result("Nothing is owed.");
        }
        return deliveries.byHand(run, asked, pack != null) == 0 ? ExitCode.DONE : ExitCode.CANNOT_WRITE;
    }

    private List<ChannelSettings> channels(Settings settings) {
        List<ChannelSettings> all = settings.pack().deliver();
        List<ChannelSettings> named = all.stream()
                .filter(each -> channel == null || each.name().equals(channel))
                .toList();
        if (named.isEmpty() && !list) {
            List<String> names = all.stream().map(ChannelSettings::name).toList();
            throw new Stop(
                    ExitCode.SETTINGS,
                    all.isEmpty()
                            ? NO_CHANNEL
                            : "The settings name no channel " + channel + ". "
                                    + Problem.nearest(channel, names)
                                            .map(near -> "Did you mean " + near + "?")
                                            .orElse("There are: " + String.join(", ", names) + "."));
        }
        return named;
    }

    private List<Consignment> owed(DeliverRun run) throws IOException {
        return run.owed().stream()
                .filter(each -> channel == null || each.channel().equals(channel))
                .toList();
    }

    /** A pack that was named, by every channel that takes such packs; by name alone no other kind of pack gets out. */
    private List<Consignment> asked(Wiring wiring, List<ChannelSettings> channels) throws IOException {
        Map<String, String> packs;
        try (Vault vault = wiring.vaultToRead()) {
            packs = vault.packs();
        }
        if (!packs.containsKey(pack)) {
            throw new Stop(
                    ExitCode.MISSING,
                    "The log has no pack " + pack + ". "
                            + Problem.nearest(pack, packs.keySet())
                                    .map(near -> "Did you mean " + near + "?")
                                    .orElse("Bind it first: exhibit pack."));
        }
        Profile shows = ChannelSettings.profile(wiring.settings().pack().prefix(), pack);
        List<Consignment> asked = new ArrayList<>();
        for (ChannelSettings each : channels) {
            if (each.profile() == shows) {
                asked.add(new Consignment(
                        pack,
                        each.name(),
                        each.route(wiring.settings().pack().prefix(), new SystemClock())
                                .delivery()
                                .to(),
                        packs.get(pack)));
            }
        }
        if (asked.isEmpty()) {
            throw new Stop(
                    ExitCode.SETTINGS,
                    "No such channel takes packs of the profile " + shows.word() + ", which " + pack
                            + " is. Nothing was sent.");
        }
        return asked;
    }

    /** An empty list could be a mistake of whoever asks, so it says why it is empty. */
    private void list(Wiring wiring, DeliverRun run) throws IOException {
        boolean empty = true;
        try (Vault vault = wiring.vaultToRead()) {
            for (Receipt receipt : vault.receipts()) {
                if (isMeant(receipt.pack(), receipt.channel())) {
                    console.result(receipt.at() + "  " + receipt.pack() + "  " + receipt.channel() + "  "
                            + DeliveryText.of(receipt));
                    empty = false;
                }
            }
        }
        for (Consignment each : run.owed()) {
            if (isMeant(each.pack(), each.channel())) {
                console.result("owed                  " + each.pack() + "  " + each.channel() + "  " + each.to(), true);
                empty = false;
            }
        }
        if (wiring.settings().pack().deliver().isEmpty()) {
            console.result(NO_CHANNEL);
        } else if (empty) {
            console.result((pack == null && channel == null ? "No pack" : "No such pack")
                    + " was delivered, and none is owed.");
        }
    }

    private boolean isMeant(String ofPack, String byChannel) {
        return (pack == null || ofPack.equals(pack)) && (channel == null || byChannel.equals(channel));
    }
}
