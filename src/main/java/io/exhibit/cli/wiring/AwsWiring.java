package io.exhibit.cli.wiring;

import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsCollectors;
import io.exhibit.aws.AwsLandscape;
import io.exhibit.aws.AwsSettings;
import io.exhibit.aws.identity.ReportWait;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.collect.AnswerGuard;
import io.exhibit.collect.Limits;
import io.exhibit.collect.Pause;
import io.exhibit.evidence.Catalog;
import io.exhibit.run.Asking;
import io.exhibit.run.RunClock;
import java.net.URI;
import java.time.Duration;

/** How AWS is asked by the settings, or our own sandbox in its place. */
final class AwsWiring {

    private final Settings settings;
    private final Console console;

    AwsWiring(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    AwsClients clients(RunClock clock, Pause pause) {
        return new AwsClients(awsSettings(), clock, pause);
    }

    AwsClients simulated(RunClock clock, URI sandbox) {
        AwsSettings asked =
                AwsSettings.simulated(sandbox).consenting(settings.aws().artifactSeries());
        return new AwsClients(asked, clock, Pauses::none);
    }

    AwsClients paced(RunClock clock, URI sandbox) {
        return new AwsClients(AwsSettings.simulated(sandbox).withPace(), clock, Pauses::real);
    }

    private AwsSettings awsSettings() {
        Settings.Aws aws = settings.aws();
        AwsSettings defaults = AwsSettings.defaults();
        AwsSettings asked = new AwsSettings(
                null,
                aws.region(),
                aws.role(),
                aws.externalId().orElse(""),
                defaults.session(),
                defaults.consent(),
                defaults.documentHosts(),
                defaults.http().within(aws.attempt(), aws.call()),
                true,
                false);
        return aws.endpoint().map(asked::at).orElse(asked).consenting(aws.artifactSeries());
    }

    Asking asking(AwsClients clients, Pause pause, String endpoint, Catalog catalog) {
        AwsLandscape landscape = new AwsLandscape(clients);
        ReportWait wait = new ReportWait(
                Duration.ofMinutes(5),
                pause,
                (target, waited) -> console.progress("waiting for the credential report of " + target.account(), 0, 1));
        return new Asking(
                endpoint,
                settings.aws().region(),
                settings.aws().plan(),
                landscape,
                AwsCollectors.all(clients, landscape, wait),
                clients.line(),
                new AnswerGuard(catalog),
                landscape.causes(),
                Limits.defaults(),
                settings.aws().parallel());
    }
}
