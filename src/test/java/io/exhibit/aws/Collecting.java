package io.exhibit.aws;

import io.exhibit.aws.identity.ReportWait;
import io.exhibit.collect.AnswerGuard;
import io.exhibit.collect.Collector;
import io.exhibit.collect.ExchangeSink;
import io.exhibit.collect.Limits;
import io.exhibit.collect.SourceCapture;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.read.CatalogFile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The real clients and collectors against an endpoint on loopback, keeping what they capture in memory. */
final class Collecting implements AutoCloseable {

    static final String CALLER = "111122223333";
    static final String WORKLOAD = "333344445555";

    private static final AnswerGuard GUARD = new AnswerGuard(CatalogFile.load());

    /** Times short enough that a fault is over soon, long enough for a machine under load. */
    static final HttpLimits QUICK = new HttpLimits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            2,
            Duration.ofMillis(1),
            64 << 20,
            1 << 20,
            1000);

    record Collected(Part part, List<Exchange> exchanges) {}

    final AwsClients clients;
    final AwsLandscape landscape;
    final List<Collector> collectors;

    Collecting(URI endpoint) {
        this(AwsSettings.simulated(endpoint).limited(QUICK));
    }

    Collecting(AwsSettings settings) {
        this(new AwsClients(settings, () -> Instant.parse("2026-10-05T02:15:00Z"), duration -> {}));
    }

    Collecting(AwsClients clients) {
        this.clients = clients;
        landscape = new AwsLandscape(clients);
        collectors = AwsCollectors.all(
                clients, landscape, new ReportWait(Duration.ofMinutes(5), duration -> {}, (target, waited) -> {}));
    }

    /** The demo organization: its management account, and a workload account in a region that uses every service; Identity Center is the management account's. */
    static Target target(Source source) {
        if (source.key().equals("sso.identity-center")) {
            return new Target(CALLER, "us-east-1");
        }
        return switch (source.scope()) {
            case ORGANIZATION -> Target.global(CALLER);
            case ACCOUNT -> Target.global(WORKLOAD);
            case REGION -> new Target(WORKLOAD, "us-east-1");
        };
    }

    Collector collector(String source) {
        return collectors.stream()
                .filter(c -> c.source().key().equals(source))
                .findFirst()
                .orElseThrow();
    }

    Collected collect(String source, Target target) {
        return collect(source, target, (operation, paged, number) -> {});
    }

    /** @param mark sees each request before it is sent */
    Collected collect(String source, Target target, MarkedCapture.Mark mark) {
        List<Exchange> exchanges = new ArrayList<>();
        return new Collected(collect(source, target, mark, exchanges::add), exchanges);
    }

    /** @param sink takes what is captured; nothing else keeps it */
    Part collect(String source, Target target, MarkedCapture.Mark mark, ExchangeSink sink) {
        Collector collector = collector(source);
        SourceCapture capture = new SourceCapture(
                collector.source(), target, clients.line(), GUARD, landscape.causes(), Limits.defaults(), sink);
        collector.collect(target, new MarkedCapture(capture, mark));
        return capture.part(0, 0);
    }

    @Override
    public void close() {
        clients.close();
    }
}
