package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** Security groups and their rules. */
final class Ec2SecurityGroups {

    static final Source SOURCE = new Source(
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

    private Ec2SecurityGroups() {}
}
