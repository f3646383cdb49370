package io.exhibit.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Threat;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Amazon GuardDuty: detectors and findings (REST JSON); the last page of findings ends with an empty token. */
final class GuardDutyApi {
    static final Pages.Rule RULE = new Pages.Rule(
            1,
            50,
            50,
            size -> bad("The request is rejected because the parameter maxResults has an invalid value."),
            bad("The request is rejected because the parameter nextToken has an invalid value."));

    private final Supplier<World> world;
    private final Pages pages;

    private GuardDutyApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        GuardDutyApi api = new GuardDutyApi(world, pages);
        GuardDutySettings settings = new GuardDutySettings(world, pages);
        return new AwsService(
                "guardduty",
                Protocol.REST,
                "__type",
                "message",
                Wording.rest("TooManyRequestsException", "InternalServerErrorException"),
                List.of(
                        Operation.pagedRoute("ListDetectors", "GET", "/detector", api::detectors),
                        Operation.route("GetDetector", "GET", "/detector/[^/]+", api::detector),
                        Operation.pagedRoute("ListFindings", "POST", "/detector/[^/]+/findings", api::ids),
                        Operation.route("GetFindings", "POST", "/detector/[^/]+/findings/get", api::findings),
                        Operation.pagedRoute("ListFilters", "GET", "/detector/[^/]+/filter", settings::filters),
                        Operation.route("GetFilter", "GET", "/detector/[^/]+/filter/[^/]+", settings::filter),
                        Operation.pagedRoute("ListMembers", "GET", "/detector/[^/]+/member", settings::members),
                        Operation.pagedRoute(
                                "ListMalwareProtectionPlans", "GET", "/malware-protection-plan", settings::plans),
                        Operation.route(
                                "GetMalwareProtectionPlan", "GET", "/malware-protection-plan/[^/]+", settings::plan)));
    }

    private Map<String, Object> detectors(Ask ask) {
        List<String> ids =
                world.get().detector(ask.account(), ask.region()).stream().toList();
        Pages.Page<String> page = pages.of(ask, RULE, ids);
        return Tree.of("detectorIds", page.items(), "nextToken", page.next());
    }

    private Map<String, Object> detector(Ask ask) {
        own(ask);
        return ThreatShapes.detector(ask.account());
    }

    private Map<String, Object> ids(Ask ask) {
        own(ask);
        World today = world.get();
        ThreatFilter filter = ThreatFilter.of(ask.json().path("findingCriteria").path("criterion"));
        List<List<Threat>> lists = visible(today, ask)
                .filter(filter::mayHold)
                .map(account -> today.threats(account, ask.region()))
                .toList();
        List<Threat> all = lists.size() == 1
                ? lists.get(0)
                : lists.stream().flatMap(List::stream).toList();
        if (filter.looksInside()) {
            all = all.stream().filter(filter::matches).toList();
        }
        Pages.Page<Threat> page = pages.of(ask, RULE, all);
        return Tree.of(
                "findingIds",
                page.items().stream().map(Threat::id).toList(),
                "nextToken",
                page.next() == null ? "" : page.next());
    }

    private Map<String, Object> findings(Ask ask) {
        String detector = own(ask);
        World today = world.get();
        JsonNode asked = ask.json().path("findingIds");
        if (!asked.isArray() || asked.size() > 50) {
            throw bad("The request is rejected because the parameter findingIds has an invalid value.");
        }
        Set<String> ids = StreamSupport.stream(asked.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        return Tree.of(
                "findings",
                visible(today, ask)
                        .flatMap(account -> today.threats(account, ask.region(), ids).stream())
                        .map(threat -> ThreatShapes.finding(threat, detector))
                        .toList());
    }

    /** The delegated administrator sees the findings of all members, under its own detector. */
    private static Stream<String> visible(World today, Ask ask) {
        return ask.account().equals(Accounts.SECURITY)
                ? today.accounts().stream().filter(Account::active).map(Account::id)
                : Stream.of(ask.account());
    }

    private String own(Ask ask) {
        return own(world.get(), ask);
    }

    /** The detector of the path, when it is the caller's. */
    static String own(World world, Ask ask) {
        String asked = ask.segments().get(1);
        return world.detector(ask.account(), ask.region())
                .filter(asked::equals)
                .orElseThrow(() -> bad(
                        "The request is rejected because the input detectorId is not owned by the current account."));
    }

    static AwsError bad(String message) {
        return new AwsError(400, "BadRequestException", message, "InvalidInputException");
    }
}
