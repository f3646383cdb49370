package io.exhibit.cli.checks;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.NoticeChannels;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.monitor.Ping;
import io.exhibit.run.Route;
import io.exhibit.run.RunClock;
import io.exhibit.run.watch.Channel;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Whether packs and notices would get to whom the settings name; none is sent. */
final class ChannelChecks {

    private final Wiring wiring;
    private final RunClock clock;

    ChannelChecks(Wiring wiring, RunClock clock) {
        this.wiring = wiring;
        this.clock = clock;
    }

    /** Says what is in order, or throws what is in the way, with what to do. */
    private interface Look {
        String at() throws IOException;
    }

    List<Checked> checks() {
        List<Checked> all = new ArrayList<>();
        for (Route route : wiring.settings().pack().routes(clock)) {
            String name = route.delivery().channel() + " (" + route.delivery().to() + ")";
            all.add(checked("deliver", ExitCode.CANNOT_WRITE, name, route.delivery()::check));
        }
        for (Channel channel : NoticeChannels.of(wiring, clock)) {
            all.add(checked("notify", ExitCode.UNREACHABLE, channel.name(), channel::check));
        }
        wiring.settings().serving().monitor().ping().ifPresent(address -> all.add(ping(address)));
        return all;
    }

    private static Checked ping(URI address) {
        Ping ping = new Ping(address, NoticeChannels.PATIENCE);
        return checked("ping", ExitCode.UNREACHABLE, "monitor.ping", ping::check);
    }

    private static Checked checked(String name, int code, String what, Look look) {
        return Checked.of(name, () -> {
            try {
                return Checked.ok(name, what + ": " + look.at() + ".");
            } catch (IOException e) {
                return Checked.trouble(name, code, what + ": " + e.getMessage(), "");
            }
        });
    }
}
