package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Store;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Amazon OpenSearch Service: domains (REST JSON); it signs under its old name. */
final class OpenSearchApi {
    private final Supplier<World> world;

    private OpenSearchApi(Supplier<World> world) {
        this.world = world;
    }

    static AwsService on(Supplier<World> world) {
        OpenSearchApi api = new OpenSearchApi(world);
        return new AwsService(
                "es",
                Protocol.REST,
                "reason",
                "message",
                Wording.rest("ThrottlingException", "InternalException"),
                List.of(
                        Operation.route("ListDomainNames", "GET", "/2021-01-01/domain", api::names),
                        Operation.route("DescribeDomain", "GET", "/2021-01-01/opensearch/domain/[^/]+", api::domain)));
    }

    private Map<String, Object> names(Ask ask) {
        return Tree.of(
                "DomainNames",
                domains(ask).stream()
                        .map(store -> Tree.of("DomainName", store.name(), "EngineType", "OpenSearch"))
                        .toList());
    }

    private Map<String, Object> domain(Ask ask) {
        String name = ask.segments().get(3);
        Store store = domains(ask).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AwsError(409, "ResourceNotFoundException", "Domain not found: " + name));
        return Tree.of(
                "DomainStatus",
                Tree.of(
                        "DomainId",
                        ask.account() + "/" + name,
                        "DomainName",
                        name,
                        "ARN",
                        "arn:aws:es:" + ask.region() + ":" + ask.account() + ":domain/" + name,
                        "Created",
                        true,
                        "EngineVersion",
                        "OpenSearch_2.19",
                        "ClusterConfig",
                        Tree.of("InstanceType", "r6g.large.search", "InstanceCount", 3),
                        "EncryptionAtRestOptions",
                        Tree.of("Enabled", store.encrypted()),
                        "NodeToNodeEncryptionOptions",
                        Tree.of("Enabled", true),
                        "DomainEndpointOptions",
                        Tree.of(
                                "EnforceHTTPS",
                                true,
                                "TLSSecurityPolicy",
                                name.startsWith("portal")
                                        ? "Policy-Min-TLS-1-0-2019-07"
                                        : "Policy-Min-TLS-1-2-2019-07")));
    }

    private List<Store> domains(Ask ask) {
        return world.get().stores(ask.account(), ask.region()).all(Store.Kind.SEARCH);
    }
}
