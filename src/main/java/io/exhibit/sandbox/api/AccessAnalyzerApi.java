package io.exhibit.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Analyzer;
import io.exhibit.sandbox.world.Exposure;
import io.exhibit.sandbox.world.Suppression;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** IAM Access Analyzer: analyzers and findings, by the V2 calls (REST JSON). */
final class AccessAnalyzerApi {
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            100,
            100,
            size -> invalid("Value '" + size
                    + "' at 'maxResults' failed to satisfy constraint: Member must be between 1 and 100"),
            invalid("Invalid nextToken"));
    private static final Map<String, Function<Exposure, String>> FIELDS = Map.of(
            "status", Exposure::status,
            "findingType", Exposure::findingType,
            "resource", Exposure::resource,
            "resourceType", Exposure::resourceType,
            "id", Exposure::id);

    private final Supplier<World> world;
    private final Pages pages;
    private final AnalyzerShapes shapes;

    private AccessAnalyzerApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
        this.shapes = new AnalyzerShapes(world);
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        AccessAnalyzerApi api = new AccessAnalyzerApi(world, pages);
        return new AwsService(
                "access-analyzer",
                Protocol.REST,
                "reason",
                "message",
                Wording.rest("ThrottlingException", "InternalServerException"),
                List.of(
                        Operation.pagedRoute("ListAnalyzers", "GET", "/analyzer", api::analyzers),
                        Operation.route("GetAnalyzer", "GET", "/analyzer/[^/]+", api::one),
                        Operation.pagedRoute("ListArchiveRules", "GET", "/analyzer/[^/]+/archive-rule", api::rules),
                        Operation.pagedRoute("ListFindingsV2", "POST", "/findingv2", api::findings),
                        Operation.pagedRoute("GetFindingV2", "GET", "/findingv2/[^/]+", api::finding)));
    }

    private Map<String, Object> analyzers(Ask ask) {
        List<Analyzer> all = world.get().analyzers(ask.account(), ask.region()).stream()
                .filter(analyzer -> ask.member("type")
                        .filter(type -> !type.equals(analyzer.type()))
                        .isEmpty())
                .toList();
        Pages.Page<Analyzer> page = pages.of(ask, RULE, all);
        return Tree.of(
                "analyzers",
                page.items().stream().map(each -> shapes.analyzer(ask, each)).toList(),
                "nextToken",
                page.next());
    }

    private Map<String, Object> one(Ask ask) {
        Map<String, Object> analyzer = shapes.analyzer(ask, named(ask));
        Map<String, Object> configuration = AnalyzerShapes.configuration(named(ask));
        if (!configuration.isEmpty()) {
            analyzer.put("configuration", configuration);
        }
        return Tree.of("analyzer", analyzer);
    }

    private Map<String, Object> rules(Ask ask) {
        Pages.Page<Suppression> page = pages.of(ask, RULE, world.get().archiveRules(ask.account(), named(ask)));
        return Tree.of(
                "archiveRules", page.items().stream().map(AnalyzerShapes::rule).toList(), "nextToken", page.next());
    }

    private Analyzer named(Ask ask) {
        String name = ask.segments().get(1);
        return world.get().analyzers(ask.account(), ask.region()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new AwsError(404, "ResourceNotFoundException", "The analyzer " + name + " does not exist"));
    }

    private Map<String, Object> findings(Ask ask) {
        Analyzer analyzer = analyzer(ask);
        JsonNode filter = ask.json().path("filter");
        List<Exposure> all = world.get().exposures(ask.account(), analyzer).stream()
                .filter(exposure -> matches(filter, exposure, ask.account()))
                .toList();
        Pages.Page<Exposure> page = pages.of(ask, RULE, all);
        return Tree.of(
                "findings",
                page.items().stream()
                        .map(exposure -> shapes.summary(exposure, ask.account()))
                        .toList(),
                "nextToken",
                page.next());
    }

    private Map<String, Object> finding(Ask ask) {
        String id = ask.segments().get(1);
        Exposure exposure = world.get().exposures(ask.account(), analyzer(ask)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new AwsError(404, "ResourceNotFoundException", "The finding " + id + " does not exist"));
        Pages.Page<Map<String, Object>> page = pages.of(ask, RULE, List.of(exposure.detail()));
        Map<String, Object> finding = shapes.summary(exposure, ask.account());
        finding.put("findingDetails", page.items());
        if (page.next() != null) {
            finding.put("nextToken", page.next());
        }
        return finding;
    }

    private Analyzer analyzer(Ask ask) {
        String arn = ask.member("analyzerArn").orElseThrow(() -> invalid("analyzerArn must not be null"));
        return world.get().analyzers(ask.account(), ask.region()).stream()
                .filter(each -> each.arn().equals(arn))
                .findFirst()
                .orElseThrow(() ->
                        new AwsError(404, "ResourceNotFoundException", "The analyzer " + arn + " does not exist"));
    }

    private static boolean matches(JsonNode filter, Exposure exposure, String account) {
        return filter.properties().stream().allMatch(field -> {
            boolean owner = field.getKey().equals("resourceOwnerAccount");
            if (!owner && !FIELDS.containsKey(field.getKey())) {
                throw invalid("Invalid filter key " + field.getKey());
            }
            String value = owner ? account : FIELDS.get(field.getKey()).apply(exposure);
            return (!field.getValue().has("eq") || holds(field.getValue().get("eq"), value))
                    && !holds(field.getValue().path("neq"), value);
        });
    }

    private static boolean holds(JsonNode list, String value) {
        for (JsonNode each : list) {
            if (each.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "ValidationException", message, "fieldValidationFailed");
    }
}
