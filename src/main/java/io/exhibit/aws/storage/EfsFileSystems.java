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
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsResponse;

/** EFS file systems. */
public final class EfsFileSystems implements Collector {

    public static final Source SOURCE = new Source(
            "efs.file-systems",
            "EFS file systems",
            Scope.REGION,
            List.of(rest("elasticfilesystem:DescribeFileSystems", "FileSystemId", "FileSystems")),
            List.of(reading(
                    "efs.file-systems",
                    "file systems",
                    "FileSystemId",
                    "FileSystems",
                    List.of("elasticfilesystem:DescribeFileSystems"))));

    private static final int PAGE = 100;

    private final AwsClients clients;

    public EfsFileSystems(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        EfsClient efs = clients.regional("elasticfilesystem", target, EfsClient::builder);
        capture.pages(
                Call.of("elasticfilesystem:DescribeFileSystems"),
                marker -> efs.describeFileSystems(
                        r -> r.maxItems(clients.page(PAGE)).marker(marker)),
                DescribeFileSystemsResponse::nextMarker,
                page -> {});
    }
}
