package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Certificate;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** AWS Certificate Manager: certificates (JSON 1.1); those of elliptic curves only for who asks for them. */
final class AcmApi {
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            1000,
            1000,
            size -> invalid("MaxItems must be between 1 and 1000, not " + size),
            invalid("The supplied token is not valid"));

    private final Supplier<World> world;
    private final Pages pages;

    private AcmApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        AcmApi api = new AcmApi(world, pages);
        return new AwsService(
                "acm",
                Protocol.JSON,
                "CertificateManager",
                "message",
                Wording.json("ThrottlingException", "InternalFailure"),
                List.of(Operation.pagedNamed("ListCertificates", api::certificates)));
    }

    private Map<String, Object> certificates(Ask ask) {
        String kinds = ask.json().path("Includes").path("keyTypes").toString();
        List<Certificate> all = world.get().stores(ask.account(), ask.region()).certificates().stream()
                .filter(each -> each.algorithm().equals("RSA-2048") || kinds.contains("EC_prime256v1"))
                .toList();
        Pages.Page<Certificate> page = pages.of(ask, RULE, all);
        return Tree.of(
                "CertificateSummaryList",
                page.items().stream().map(each -> shape(ask, each)).toList(),
                "NextToken",
                page.next());
    }

    private static Map<String, Object> shape(Ask ask, Certificate certificate) {
        return Tree.of(
                "CertificateArn",
                "arn:aws:acm:" + ask.region() + ":" + ask.account() + ":certificate/" + certificate.id(),
                "DomainName",
                certificate.domain(),
                "Status",
                "ISSUED",
                "Type",
                "AMAZON_ISSUED",
                "KeyAlgorithm",
                certificate.algorithm(),
                "InUse",
                certificate.used(),
                "RenewalEligibility",
                certificate.used() ? "ELIGIBLE" : "INELIGIBLE",
                "NotBefore",
                certificate.from(),
                "NotAfter",
                certificate.until(),
                "CreatedAt",
                certificate.from());
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "ValidationException", message);
    }
}
