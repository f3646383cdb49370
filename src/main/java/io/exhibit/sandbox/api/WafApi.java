package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.WebAcl;
import io.exhibit.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** AWS WAF, version 2 (JSON 1.1); a full page of web ACLs names a next one even when that is empty. */
final class WafApi {
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            100,
            100,
            size -> invalid("The limit is not valid., field: LIMIT, parameter: " + size),
            invalid("The marker is not valid., field: NEXT_MARKER, parameter: "));

    private final Supplier<World> world;
    private final Pages pages;

    private WafApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        WafApi api = new WafApi(world, pages);
        return new AwsService(
                "wafv2",
                Protocol.JSON,
                "AWSWAF_20190729",
                "message",
                Wording.json("ThrottlingException", "WAFInternalErrorException"),
                List.of(
                        Operation.pagedNamed("ListWebACLs", api::acls),
                        Operation.named("GetWebACL", api::acl),
                        Operation.named("ListResourcesForWebACL", api::resources),
                        Operation.named("GetLoggingConfiguration", api::logging)));
    }

    private Map<String, Object> acls(Ask ask) {
        List<Map<String, Object>> all =
                new ArrayList<>(in(ask).stream().map(acl -> summary(ask, acl)).toList());
        int items = all.size();
        // The empty last page takes the place of one more item.
        all.add(Tree.of());
        Pages.Page<Map<String, Object>> page =
                pages.of(ask, RULE, all, (from, size) -> from + size > items ? items + 1 : from + size);
        return Tree.of(
                "NextMarker",
                page.next(),
                "WebACLs",
                page.items().stream().filter(each -> !each.isEmpty()).toList());
    }

    private Map<String, Object> acl(Ask ask) {
        WebAcl acl = found(
                in(ask),
                each -> each.id().equals(ask.member("Id").orElse(""))
                        && each.name().equals(ask.member("Name").orElse("")));
        return Tree.of("WebACL", WafShapes.acl(ask, acl), "LockToken", acl.id());
    }

    private Map<String, Object> resources(Ask ask) {
        String type = ask.member("ResourceType").orElse("APPLICATION_LOAD_BALANCER");
        return Tree.of(
                "ResourceArns",
                named(ask, "WebACLArn").resources().stream()
                        .filter(each -> each.type().equals(type))
                        .map(WebAcl.Protected::arn)
                        .toList());
    }

    private Map<String, Object> logging(Ask ask) {
        WebAcl acl = named(ask, "ResourceArn");
        if (!acl.logging()) {
            throw missing();
        }
        String bucket = "arn:aws:s3:::aws-waf-logs-harborview";
        return Tree.of(
                "LoggingConfiguration",
                Tree.of(
                        "ResourceArn",
                        acl.arn(ask.account(), ask.region()),
                        "LogDestinationConfigs",
                        List.of(bucket),
                        "ManagedByFirewallManager",
                        false,
                        "LogType",
                        "WAF_LOGS",
                        "LogScope",
                        "CUSTOMER"));
    }

    private static Map<String, Object> summary(Ask ask, WebAcl acl) {
        return Tree.of(
                "Name", acl.name(),
                "Id", acl.id(),
                "Description", acl.description(),
                "LockToken", acl.id(),
                "ARN", acl.arn(ask.account(), ask.region()));
    }

    /** The web ACLs of the scope that is asked for; CloudFront's are known in us-east-1 alone. */
    private List<WebAcl> in(Ask ask) {
        return switch (ask.member("Scope").orElse("")) {
            case "REGIONAL" -> world.get().webAcls(ask.account(), ask.region());
            case "CLOUDFRONT" -> {
                if (!ask.region().equals("us-east-1")) {
                    throw invalid("The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT");
                }
                yield world.get().webAclsOfCloudFront(ask.account());
            }
            default -> throw invalid("Your request is missing a parameter., field: SCOPE_VALUE, parameter: null");
        };
    }

    private WebAcl named(Ask ask, String member) {
        String arn = ask.member(member).orElse("");
        List<WebAcl> all = new ArrayList<>(world.get().webAcls(ask.account(), ask.region()));
        all.addAll(world.get().webAclsOfCloudFront(ask.account()));
        return found(all, each -> each.arn(ask.account(), ask.region()).equals(arn));
    }

    private static WebAcl found(List<WebAcl> all, Predicate<WebAcl> wanted) {
        return all.stream().filter(wanted).findFirst().orElseThrow(WafApi::missing);
    }

    private static AwsError missing() {
        return new AwsError(
                400,
                "WAFNonexistentItemException",
                "AWS WAF couldn\u2019t perform the operation because your resource doesn\u2019t exist.");
    }

    private static AwsError invalid(String reason) {
        return new AwsError(400, "WAFInvalidParameterException", "Error reason: " + reason);
    }
}
