package io.exhibit.aws.storage;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.DomainInfo;

/** OpenSearch and Elasticsearch domains: encryption at rest and between nodes, and the TLS policy of their endpoint. */
public final class OpenSearchDomains implements Collector {

    public static final Source SOURCE = new Source(
            "opensearch.domains",
            "OpenSearch domains",
            Scope.REGION,
            List.of(
                    rest("es:ListDomainNames", "DomainName", "DomainNames"),
                    rest("es:DescribeDomain", "DomainName", "DomainStatus")),
            List.of(joined(
                    reading(
                            "opensearch.domains",
                            "search domains",
                            "DomainName",
                            "DomainNames",
                            List.of("es:ListDomainNames")),
                    "es:DescribeDomain")));

    private final AwsClients clients;

    public OpenSearchDomains(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        OpenSearchClient search = clients.regional("es", target, OpenSearchClient::builder);
        List<DomainInfo> domains = capture.ask(Call.of("es:ListDomainNames"), () -> search.listDomainNames(r -> {}))
                .map(answer -> answer.domainNames())
                .orElse(List.of());
        for (DomainInfo domain : domains) {
            String name = domain.domainName();
            capture.ask(Call.of("es:DescribeDomain", name), () -> search.describeDomain(r -> r.domainName(name)));
        }
    }
}
