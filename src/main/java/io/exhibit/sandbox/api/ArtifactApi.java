package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Report;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** AWS Artifact: reports with their terms, and the agreements with AWS (REST JSON, all GET). */
final class ArtifactApi {
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            300,
            100,
            size -> invalid("maxResults must be between 1 and 300"),
            invalid("nextToken is not valid or has expired"));

    private final Supplier<World> world;
    private final Pages pages;
    private final Downloads downloads;

    private ArtifactApi(Supplier<World> world, Pages pages, Downloads downloads) {
        this.world = world;
        this.pages = pages;
        this.downloads = downloads;
    }

    static AwsService on(Supplier<World> world, Pages pages, Downloads downloads) {
        ArtifactApi api = new ArtifactApi(world, pages, downloads);
        return new AwsService(
                "artifact",
                Protocol.REST,
                "reason",
                "message",
                Wording.rest("ThrottlingException", "InternalServerException"),
                List.of(
                        Operation.pagedRoute("ListReports", "GET", "/v1/report/list", api::reports),
                        Operation.route("GetReportMetadata", "GET", "/v1/report/getMetadata", api::metadata),
                        Operation.route("GetTermForReport", "GET", "/v1/report/getTermForReport", api::terms),
                        Operation.route("GetReport", "GET", "/v1/report/get", api::report),
                        Operation.pagedRoute(
                                "ListCustomerAgreements", "GET", "/v1/customer-agreement/list", api::agreements)));
    }

    private Map<String, Object> reports(Ask ask) {
        Pages.Page<Report> page = pages.of(ask, RULE, world.get().reports());
        return Tree.of(
                "reports", page.items().stream().map(ReportShapes::summary).toList(), "nextToken", page.next());
    }

    private Map<String, Object> metadata(Ask ask) {
        return Tree.of("reportDetails", ReportShapes.details(wanted(ask)));
    }

    private Map<String, Object> terms(Ask ask) {
        Report report = complete(ask);
        return Tree.of("documentPresignedUrl", downloads.terms(report), "termToken", downloads.termToken(report));
    }

    private Map<String, Object> report(Ask ask) {
        Report report = complete(ask);
        String token = ask.member("termToken").orElseThrow(() -> invalid("termToken must not be null"));
        if (!token.equals(downloads.termToken(report))) {
            throw new AwsError(
                    409,
                    "ConflictException",
                    "The terms of this version of the report have not been accepted with this token");
        }
        return Tree.of("documentPresignedUrl", downloads.report(report));
    }

    /** The agreements that the organization accepted show in its management account, and only there. */
    private Map<String, Object> agreements(Ask ask) {
        boolean management = ask.account().equals(Accounts.MANAGEMENT);
        List<Map<String, Object>> all = management ? ReportShapes.agreements(world.get()) : List.of();
        Pages.Page<Map<String, Object>> page = pages.of(ask, RULE, all);
        return Tree.of("customerAgreements", page.items(), "nextToken", page.next());
    }

    private Report wanted(Ask ask) {
        String id = ask.member("reportId")
                .filter(text -> text.matches("report-[a-zA-Z0-9]{16}"))
                .orElseThrow(() -> invalid("reportId is not valid"));
        Report newest = world.get().reports().stream()
                .filter(report -> report.id().equals(id))
                .findFirst()
                .orElseThrow(() -> missing(id));
        String version = ask.member("reportVersion").orElse(String.valueOf(newest.version()));
        if (!version.matches("[1-9]\\d{0,8}")) {
            throw invalid("reportVersion must be a number from 1 on");
        }
        long number = Long.parseLong(version);
        if (number > newest.version() || number < newest.oldest()) {
            throw missing(id + " version " + number);
        }
        return number == newest.version() ? newest : newest.earlier(number);
    }

    private Report complete(Ask ask) {
        Report report = wanted(ask);
        if (!report.complete()) {
            throw new AwsError(409, "ConflictException", "The report is still being processed");
        }
        return report;
    }

    private static AwsError missing(String what) {
        return new AwsError(404, "ResourceNotFoundException", "Report " + what + " was not found");
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "ValidationException", message, "fieldValidationFailed");
    }
}
