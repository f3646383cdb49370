package io.exhibit.aws.network;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.ListWebAcLsResponse;
import software.amazon.awssdk.services.wafv2.model.ResourceType;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.WebACLSummary;

/**
 * Web ACLs of AWS WAF with their rules, what they protect, and whether they log. Those of CloudFront are one list for all
 * regions; which distributions they protect is CloudFront's to tell (WAF API reference, ListResourcesForWebACL).
 */
public final class WebAcls implements Collector {

    private static final String LIST = "wafv2:ListWebACLs";
    private static final String ACL = "wafv2:GetWebACL";
    private static final String RESOURCES = "wafv2:ListResourcesForWebACL";
    private static final String LOGGING = "wafv2:GetLoggingConfiguration";

    public static final Source REGIONAL = source("wafv2.web-acls", "WAF web ACLs", Source.Scope.REGION);

    public static final Source CLOUDFRONT =
            source("wafv2.cloudfront-web-acls", "WAF web ACLs of CloudFront", Source.Scope.ACCOUNT);

    /** One a call; without a type only load balancers are listed. */
    private static final List<ResourceType> IN_A_REGION = List.of(
            ResourceType.APPLICATION_LOAD_BALANCER,
            ResourceType.API_GATEWAY,
            ResourceType.APPSYNC,
            ResourceType.COGNITO_USER_POOL,
            ResourceType.APP_RUNNER_SERVICE,
            ResourceType.VERIFIED_ACCESS_INSTANCE);

    private static final List<ResourceType> AT_THE_EDGE = List.of(ResourceType.AMPLIFY);

    private static final int PAGE = 100;

    private final AwsClients clients;
    private final Source source;

    private WebAcls(AwsClients clients, Source source) {
        this.clients = clients;
        this.source = source;
    }

    /** The lists of a region, which stand before balancers and interfaces. */
    public static WebAcls regional(AwsClients clients) {
        return new WebAcls(clients, REGIONAL);
    }

    /** The lists of CloudFront, which us-east-1 alone tells. */
    public static WebAcls ofCloudFront(AwsClients clients) {
        return new WebAcls(clients, CLOUDFRONT);
    }

    private static Source source(String key, String title, Source.Scope scope) {
        Operation resources = json(RESOURCES, "", "ResourceArns");
        Reading acls = reading(
                key,
                scope == Source.Scope.REGION ? "web ACLs" : "web ACLs of CloudFront",
                "ARN",
                "WebACLs",
                List.of(LIST));
        return new Source(
                key,
                title,
                scope,
                List.of(
                        json(LIST, "ARN", "WebACLs"),
                        json(ACL, "ARN", "WebACL"),
                        scope == Source.Scope.REGION
                                ? permitted(
                                        resources,
                                        RESOURCES,
                                        "cognito-idp:ListResourcesForWebACL",
                                        "apprunner:ListAssociatedServicesForWebAcl",
                                        "ec2:DescribeVerifiedAccessInstanceWebAclAssociations")
                                : permitted(resources, RESOURCES, "amplify:ListResourcesForWebACL"),
                        facts(json(LOGGING, "ResourceArn", "LoggingConfiguration"), "WAFNonexistentItemException")),
                List.of(derived(joined(acls, ACL, RESOURCES, LOGGING))));
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public void collect(Target target, Capture capture) {
        boolean edge = source == CLOUDFRONT;
        Wafv2Client waf = edge
                ? clients.global("wafv2", Wafv2Client::builder)
                : clients.regional("wafv2", target, Wafv2Client::builder);
        Scope scope = edge ? Scope.CLOUDFRONT : Scope.REGIONAL;
        Set<WebACLSummary> acls = new LinkedHashSet<>();
        capture.pages(
                Call.of(LIST),
                marker -> waf.listWebACLs(
                        r -> r.scope(scope).limit(clients.page(PAGE)).nextMarker(marker)),
                WebAcls::next,
                page -> acls.addAll(page.webACLs()));
        for (WebACLSummary acl : acls) {
            capture.ask(
                    Call.of(ACL, acl.arn()),
                    () -> waf.getWebACL(r -> r.name(acl.name()).scope(scope).id(acl.id())));
            resources(waf, capture, acl.arn(), edge ? AT_THE_EDGE : IN_A_REGION);
            capture.ask(Call.of(LOGGING, acl.arn()), () -> waf.getLoggingConfiguration(r -> r.resourceArn(acl.arn())));
        }
    }

    /** A full page names a next one even when it was the last; that one is empty. */
    private static String next(ListWebAcLsResponse page) {
        return page.webACLs().isEmpty() ? null : page.nextMarker();
    }

    /** Once one type is a gap, what the web ACL protects is unknown, and the other types would not change that. */
    private static void resources(Wafv2Client waf, Capture capture, String arn, List<ResourceType> types) {
        for (ResourceType type : types) {
            if (capture.ask(
                            Call.of(RESOURCES, arn),
                            () -> waf.listResourcesForWebACL(
                                    r -> r.webACLArn(arn).resourceType(type)))
                    .isEmpty()) {
                return;
            }
        }
    }
}
