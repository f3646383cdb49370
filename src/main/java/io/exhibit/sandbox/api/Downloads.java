package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Answer;
import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pdf;
import io.exhibit.sandbox.world.Report;
import io.exhibit.sandbox.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The presigned addresses of terms and reports, and the PDF files behind them; a signature is of one file and one day. */
public final class Downloads {
    private static final Pattern PATH =
            Pattern.compile("/artifact-documents/(report-[A-Za-z0-9]{16})/(\\d{1,9})/(terms|report)\\.pdf");

    /** Not an operation of AWS Artifact, but it can be failed like one. */
    public static final Operation OPERATION = Operation.route("Download", "GET", PATH.pattern(), ask -> Map.of());

    private final Supplier<World> world;
    private final URI endpoint;

    Downloads(Supplier<World> world, URI endpoint) {
        this.world = world;
        this.endpoint = endpoint;
    }

    String terms(Report report) {
        return address(report, "terms");
    }

    String report(Report report) {
        return address(report, "report");
    }

    String termToken(Report report) {
        return world.get()
                .digest()
                .hex("terms", report.id() + report.version() + world.get().now(), 64);
    }

    /** A presigned request says nothing of its account; it counts as the management account's. */
    public static Ask asArtifact(Ask ask) {
        return new Ask(
                ask.caller(),
                "artifact",
                "us-east-1",
                ask.method(),
                ask.path(),
                OPERATION.name(),
                ask.parameters(),
                ask.json(),
                Ask.Paging.USUAL);
    }

    public static boolean isOne(Ask ask) {
        return PATH.matcher(ask.path()).matches();
    }

    /** 403 as S3 says it, when the signature is not of this file or not of this day. */
    public Answer get(Ask ask) {
        Matcher path = PATH.matcher(ask.path());
        Optional<Report> newest = path.matches()
                ? world.get().reports().stream()
                        .filter(report -> report.id().equals(path.group(1)))
                        .findFirst()
                : Optional.empty();
        String signature = ask.member("X-Amz-Signature").orElse("");
        if (newest.isEmpty() || !signature.equals(signature(ask.path()))) {
            return refused(403, "AccessDenied", "Request has expired");
        }
        Report report = newest.get().earlier(Long.parseLong(path.group(2)));
        byte[] pdf = path.group(3).equals("terms") ? termsOf(report) : pagesOf(report);
        return new Answer(200, Map.of("Content-Type", "application/pdf", "Server", "AmazonS3"), pdf);
    }

    public static Answer refused(int status, String code, String message) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                + "</Message></Error>";
        return new Answer(status, Map.of("Content-Type", "application/xml"), xml.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] termsOf(Report report) {
        return Pdf.of(List.of(
                "SIMULATED terms of use of " + report.name(),
                "SIMULATED: keep this report in confidence; do not pass it on"));
    }

    private static byte[] pagesOf(Report report) {
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 12; page++) {
            pages.add("SIMULATED " + report.name() + " version " + report.version() + " page " + page + " of 12");
        }
        return Pdf.of(pages);
    }

    private String address(Report report, String document) {
        String path = "/artifact-documents/" + report.id() + "/" + report.version() + "/" + document + ".pdf";
        return endpoint + path
                + "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Signature="
                + signature(path);
    }

    private String signature(String path) {
        return world.get().digest().hex("presigned", path + world.get().now(), 64);
    }
}
