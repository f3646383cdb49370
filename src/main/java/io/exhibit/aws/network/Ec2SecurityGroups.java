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
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;

/** Security groups and their rules. */
public final class Ec2SecurityGroups implements Collector {

    public static final Source SOURCE = new Source(
            "ec2.security-groups",
            "EC2 security groups",
            Scope.REGION,
            List.of(ec2("ec2:DescribeSecurityGroups", "GroupId", "SecurityGroups")),
            List.of(
                    reading(
                            "ec2.security-groups",
                            "security groups",
                            "GroupId",
                            "SecurityGroups",
                            List.of("ec2:DescribeSecurityGroups")),
                    derived(reading(
                            "ec2.network-rules",
                            "network rules",
                            "key",
                            "SecurityGroups",
                            List.of("ec2:DescribeSecurityGroups")))));

    private static final int PAGE = 1000;
    private static final int SMALLEST_PAGE = 5;

    private final AwsClients clients;

    public Ec2SecurityGroups(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        Ec2Client ec2 = clients.ec2(target);
        capture.pages(
                Call.of("ec2:DescribeSecurityGroups"),
                token -> ec2.describeSecurityGroups(r -> r.maxResults(Math.max(SMALLEST_PAGE, clients.page(PAGE)))
                        .nextToken(token)),
                DescribeSecurityGroupsResponse::nextToken,
                page -> {});
    }
}
