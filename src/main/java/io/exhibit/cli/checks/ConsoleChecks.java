package io.exhibit.cli.checks;

import io.exhibit.cli.settings.ConsoleSettings;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.console.door.TlsFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Whether the console of the settings can be asked for as they say; nothing is opened. */
final class ConsoleChecks {

    private static final String NAME = "console";
    private static final Duration SOON = Duration.ofDays(21);

    private final ConsoleSettings console;
    private final InstantSource clock;

    ConsoleChecks(Settings settings, InstantSource clock) {
        this.console = settings.serving().console();
        this.clock = clock;
    }

    /** None where nothing but the defaults holds. */
    List<Checked> checks() {
        List<Checked> all = new ArrayList<>();
        console.tls().ifPresent(files -> all.add(Checked.of(NAME, () -> tls(files))));
        console.proxy()
                .ifPresent(proxy -> all.add(Checked.of(NAME, () -> {
                    proxy.secret().value();
                    return Checked.ok(
                            NAME,
                            "the proxy says who comes in (" + proxy.header() + "), "
                                    + console.people().size() + " people are known");
                })));
        return all;
    }

    private Checked tls(TlsFiles files) throws IOException {
        try {
            files.load();
        } catch (IOException e) {
            return Checked.trouble(NAME, ExitCode.SETTINGS, e.getMessage(), "");
        }
        Instant now = clock.instant();
        Instant until = files.until();
        String found = "certificate " + files.certificate() + ", good until " + until;
        if (now.isBefore(files.from()) || !now.isBefore(until)) {
            return Checked.trouble(
                    NAME,
                    ExitCode.SETTINGS,
                    "the certificate " + files.certificate() + " is good from " + files.from() + " until " + until,
                    "Browsers refuse it. Renew it; the console takes a new one within a minute.");
        }
        List<String> names = console.names().stream()
                .map(name -> name.replaceFirst(":.*", ""))
                .toList();
        List<String> unnamed = files.unnamed(names);
        if (!unnamed.isEmpty()) {
            return Checked.trouble(
                    NAME,
                    ExitCode.SETTINGS,
                    "the certificate " + files.certificate() + " is not for " + String.join(", ", unnamed),
                    "Browsers refuse it there. Have it made for these names too, or take them out of console.names.");
        }
        return until.isBefore(now.plus(SOON))
                ? Checked.warning(NAME, found, "Renew it; the console takes a new one within a minute.")
                : Checked.ok(NAME, found);
    }
}
