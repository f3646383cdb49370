package io.exhibit.aws.network;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;

/** EBS volumes, with the key that each is encrypted under. */
public final class EbsVolumes implements Collector {

    public static final Source SOURCE = new Source(
            "ebs.volumes",
            "EBS volumes",
            Scope.REGION,
            List.of(ec2("ec2:DescribeVolumes", "VolumeId", "Volumes")),
            List.of(reading("ebs.volumes", "EBS volumes", "VolumeId", "Volumes", List.of("ec2:DescribeVolumes"))));

    private final AwsClients clients;

    public EbsVolumes(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        Ec2Client ec2 = clients.regional("ec2", target, Ec2Client::builder);
        capture.pages(
                Call.of("ec2:DescribeVolumes"),
                token -> ec2.describeVolumes(
                        r -> r.maxResults(Ec2Page.size(clients)).nextToken(token)),
                DescribeVolumesResponse::nextToken,
                page -> {});
    }
}
