package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Accounts;
import java.util.List;
import java.util.Map;

/** Security Hub: whether it is on, and the standards it checks (REST JSON). The account for trials has it off. */
final class SecurityHubApi {
    private static final List<String> STANDARDS = List.of(
            "aws-foundational-security-best-practices/v/1.0.0",
            "cis-aws-foundations-benchmark/v/3.0.0",
            "nist-800-53/v/5.0.0");
    private static final Pages.Rule RULE = new Pages.Rule(
            1, 100, 100, size -> invalid("Invalid parameter MaxResults."), invalid("Invalid parameter NextToken."));

    private final Pages pages;

    private SecurityHubApi(Pages pages) {
        this.pages = pages;
    }

    static AwsService on(Pages pages) {
        SecurityHubApi api = new SecurityHubApi(pages);
        return new AwsService(
                "securityhub",
                Protocol.REST,
                "Code",
                "Message",
                Wording.rest("TooManyRequestsException", "InternalException"),
                List.of(
                        Operation.route("DescribeHub", "GET", "/accounts", api::hub),
                        Operation.pagedRoute("GetEnabledStandards", "POST", "/standards/get", api::standards)));
    }

    private Map<String, Object> hub(Ask ask) {
        subscribed(ask);
        return Tree.of(
                "HubArn",
                "arn:aws:securityhub:" + ask.region() + ":" + ask.account() + ":hub/default",
                "SubscribedAt",
                "2024-01-15T10:00:00.000Z",
                "AutoEnableControls",
                true,
                "ControlFindingGenerator",
                "SECURITY_CONTROL");
    }

    private Map<String, Object> standards(Ask ask) {
        subscribed(ask);
        boolean audited = !ask.account().equals(Accounts.MANAGEMENT);
        Pages.Page<String> page = pages.of(ask, RULE, STANDARDS.subList(0, audited ? 3 : 1));
        return Tree.of(
                "StandardsSubscriptions",
                page.items().stream()
                        .map(standard -> subscription(ask, standard))
                        .toList(),
                "NextToken",
                page.next());
    }

    private static Map<String, Object> subscription(Ask ask, String standard) {
        String region = "arn:aws:securityhub:" + ask.region() + ":";
        return Tree.of(
                "StandardsSubscriptionArn",
                region + ask.account() + ":subscription/" + standard,
                "StandardsArn",
                region + ":standards/" + standard,
                "StandardsInput",
                Tree.of(),
                "StandardsStatus",
                "READY",
                "StandardsControlsUpdatable",
                "READY_FOR_UPDATES");
    }

    private static void subscribed(Ask ask) {
        if (ask.account().equals(Accounts.SANDBOX)) {
            throw new AwsError(
                    401,
                    "InvalidAccessException",
                    "Account " + ask.account() + " is not subscribed to AWS Security Hub");
        }
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "InvalidInputException", message);
    }
}
