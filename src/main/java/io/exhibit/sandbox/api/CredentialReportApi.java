package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.CredentialReport;
import io.exhibit.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The credential report's states: started, in progress (in one account), complete for four hours, expired. */
final class CredentialReportApi {
    private static final Duration LIFETIME = Duration.ofHours(4);

    private final Supplier<World> world;
    private final Map<String, Report> reports = new ConcurrentHashMap<>();

    private record Report(Instant made, int polls, byte[] content) {
        boolean expired(Instant now) {
            return now.isBefore(made) || Duration.between(made, now).compareTo(LIFETIME) > 0;
        }
    }

    CredentialReportApi(Supplier<World> world) {
        this.world = world;
    }

    Map<String, Object> generate(Ask ask) {
        World today = world.get();
        if (ask.looping()) {
            return Tree.of("State", "INPROGRESS");
        }
        Report report = reports.compute(
                ask.account(),
                (account, before) -> before == null || before.expired(today.now())
                        ? new Report(today.now(), 0, CredentialReport.of(today, account))
                        : new Report(before.made(), before.polls() + 1, before.content()));
        if (report.polls() == 0) {
            return Tree.of(
                    "State", "STARTED", "Description", "No report exists. Starting a new report generation task");
        }
        return Tree.of("State", ready(ask, report) ? "COMPLETE" : "INPROGRESS");
    }

    Map<String, Object> get(Ask ask) {
        Report report = reports.get(ask.account());
        if (report == null) {
            throw new AwsError(410, "ReportNotPresent", "Unknown");
        }
        if (report.expired(world.get().now())) {
            throw new AwsError(410, "ReportExpired", "Unknown");
        }
        if (!ready(ask, report)) {
            throw new AwsError(404, "ReportInProgress", "Unknown");
        }
        return Tree.of("Content", report.content(), "ReportFormat", "text/csv", "GeneratedTime", report.made());
    }

    private static boolean ready(Ask ask, Report report) {
        return report.polls() >= (ask.account().equals(Accounts.CLAIMS) ? 2 : 1);
    }
}
