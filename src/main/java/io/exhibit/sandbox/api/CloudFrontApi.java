package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Distribution;
import io.exhibit.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Amazon CloudFront: distributions (REST XML); without any, the list of items is left out. */
final class CloudFrontApi {
    private static final Pages.Rule RULE = new Pages.Rule(
            1, 100, 100, size -> invalid("MaxItems is not valid: " + size), invalid("Marker is not valid"));

    private final Supplier<World> world;
    private final Pages pages;

    private CloudFrontApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        CloudFrontApi api = new CloudFrontApi(world, pages);
        return new AwsService(
                "cloudfront",
                Protocol.REST_XML,
                "http://cloudfront.amazonaws.com/doc/2020-05-31/",
                "Message",
                Wording.query("InternalError", "2020-05-31"),
                List.of(Operation.pagedRoute(
                        "ListDistributions", "GET", "/2020-05-31/distribution", api::distributions)));
    }

    private Map<String, Object> distributions(Ask ask) {
        Pages.Page<Distribution> page = pages.of(ask, RULE, world.get().distributions(ask.account()));
        List<Map<String, Object>> shown =
                page.items().stream().map(each -> shape(ask, each)).toList();
        return Tree.of(
                "DistributionList",
                Tree.of(
                        "Marker",
                        ask.token().orElse(""),
                        "NextMarker",
                        page.next(),
                        "MaxItems",
                        ask.size().orElse("100"),
                        "IsTruncated",
                        page.next() != null,
                        "Quantity",
                        shown.size(),
                        "Items",
                        shown.isEmpty() ? null : new Tree.Listed("DistributionSummary", shown)));
    }

    private Map<String, Object> shape(Ask ask, Distribution each) {
        // What origins know CloudFront by is a secret that this list shows to whoever may ask for it.
        Map<String, Object> header = Tree.of(
                "HeaderName",
                "X-Origin-Verify",
                "HeaderValue",
                world.get().digest().hex("origin", each.id(), 32));
        Map<String, Object> origin = Tree.of(
                "Id",
                "origin",
                "DomainName",
                "origin." + each.domain(),
                "OriginPath",
                "",
                "CustomHeaders",
                Tree.of("Quantity", 1, "Items", new Tree.Listed("OriginCustomHeader", List.of(header))),
                "CustomOriginConfig",
                Tree.of("HTTPPort", 80, "HTTPSPort", 443, "OriginProtocolPolicy", each.origin()));
        return Tree.of(
                "Id",
                each.id(),
                "ARN",
                "arn:aws:cloudfront::" + ask.account() + ":distribution/" + each.id(),
                "Status",
                "Deployed",
                "LastModifiedTime",
                Instant.parse("2026-03-02T10:15:30Z"),
                "DomainName",
                "d" + each.id().substring(1).toLowerCase(java.util.Locale.ROOT) + ".cloudfront.net",
                "Aliases",
                Tree.of("Quantity", 1, "Items", new Tree.Listed("CNAME", List.of(each.domain()))),
                "Origins",
                Tree.of("Quantity", 1, "Items", new Tree.Listed("Origin", List.of(origin))),
                "DefaultCacheBehavior",
                Tree.of("TargetOriginId", "origin", "ViewerProtocolPolicy", each.viewers(), "Compress", true),
                "CacheBehaviors",
                Tree.of("Quantity", 0),
                "Comment",
                "",
                "PriceClass",
                "PriceClass_100",
                "Enabled",
                true,
                "ViewerCertificate",
                Tree.of("CloudFrontDefaultCertificate", false, "MinimumProtocolVersion", each.oldest()),
                "WebACLId",
                world.get().webAclsOfCloudFront(ask.account()).stream()
                        .findFirst()
                        .map(acl -> acl.arn(ask.account(), ""))
                        .orElse(""),
                "HttpVersion",
                "http2",
                "IsIPV6Enabled",
                true,
                "Staging",
                false);
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "InvalidArgument", message);
    }
}
