package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.MalwarePlan;
import io.exhibit.sandbox.world.Suppression;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How Amazon GuardDuty is set up: filters, members, malware protection plans. */
final class GuardDutySettings {
    /** ListMalwareProtectionPlans takes no page size. */
    private static final Pages.Rule PLANS =
            new Pages.Rule(1, 50, 50, GuardDutyApi.RULE.badSize(), GuardDutyApi.RULE.badToken());

    private final Supplier<World> world;
    private final Pages pages;

    GuardDutySettings(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    Map<String, Object> filters(Ask ask) {
        Pages.Page<Suppression> page = pages.of(ask, GuardDutyApi.RULE, known(ask));
        return Tree.of(
                "filterNames", page.items().stream().map(Suppression::name).toList(), "nextToken", page.next());
    }

    Map<String, Object> filter(Ask ask) {
        String name = ask.segments().get(3);
        List<Suppression> all = known(ask);
        for (Suppression filter : all) {
            if (filter.name().equals(name)) {
                return Tree.of(
                        "name",
                        filter.name(),
                        "description",
                        filter.description(),
                        "action",
                        filter.action(),
                        "rank",
                        all.indexOf(filter) + 1,
                        "findingCriteria",
                        filter.criteria(),
                        "tags",
                        Tree.of());
            }
        }
        throw GuardDutyApi.bad("The request is rejected because the filter does not exist.");
    }

    private List<Suppression> known(Ask ask) {
        GuardDutyApi.own(world.get(), ask);
        return world.get().threatFilters(ask.account(), ask.region());
    }

    Map<String, Object> members(Ask ask) {
        GuardDutyApi.own(world.get(), ask);
        List<Account> all = world.get().accounts().stream()
                .filter(account ->
                        ask.account().equals(Accounts.SECURITY) && !account.id().equals(Accounts.SECURITY))
                .filter(account ->
                        world.get().detector(account.id(), ask.region()).isPresent())
                .toList();
        Pages.Page<Account> page = pages.of(ask, GuardDutyApi.RULE, all);
        return Tree.of(
                "members",
                page.items().stream().map(account -> member(ask, account)).toList(),
                "nextToken",
                page.next());
    }

    private Map<String, Object> member(Ask ask, Account account) {
        return Tree.of(
                "accountId",
                account.id(),
                "detectorId",
                world.get().detector(account.id(), ask.region()).orElseThrow(),
                "email",
                account.email(),
                "relationshipStatus",
                account.active() ? "Enabled" : "Removed",
                "invitedAt",
                "2024-01-10T09:00:00.000Z",
                "updatedAt",
                "2024-01-10T09:05:00.000Z",
                "administratorId",
                ask.account());
    }

    Map<String, Object> plans(Ask ask) {
        Pages.Page<MalwarePlan> page = pages.of(ask, PLANS, world.get().malwarePlans(ask.account(), ask.region()));
        return Tree.of(
                "malwareProtectionPlans",
                page.items().stream()
                        .map(plan -> Tree.of("malwareProtectionPlanId", plan.id()))
                        .toList(),
                "nextToken",
                page.next());
    }

    Map<String, Object> plan(Ask ask) {
        String id = ask.segments().get(1);
        MalwarePlan plan = world.get().malwarePlans(ask.account(), ask.region()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new AwsError(404, "ResourceNotFoundException", "The malware protection plan does not exist."));
        return Tree.of(
                "arn",
                "arn:aws:guardduty:" + ask.region() + ":" + ask.account() + ":malware-protection-plan/" + id,
                "role",
                "arn:aws:iam::" + ask.account() + ":role/GuardDutyMalwareScan",
                "protectedResource",
                Tree.of("s3Bucket", Tree.of("bucketName", plan.bucket())),
                "actions",
                Tree.of("tagging", Tree.of("status", "ENABLED")),
                "createdAt",
                plan.created(),
                "status",
                plan.status(),
                "statusReasons",
                plan.status().equals("ACTIVE")
                        ? List.of()
                        : List.of(Tree.of(
                                "code",
                                "INSUFFICIENT_TEST_OBJECT_PERMISSIONS",
                                "message",
                                "The role may not tag objects.")),
                "tags",
                Tree.of());
    }
}
