package io.exhibit.aws;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import java.util.List;

/** Regions and whether the account may use them. */
final class Ec2Regions {

    static final Source SOURCE = new Source(
            "ec2.regions",
            "Regions",
            Scope.ACCOUNT,
            List.of(ec2("ec2:DescribeRegions", "RegionName", "Regions")),
            List.of(reading("ec2.regions", "regions", "RegionName", "Regions", List.of("ec2:DescribeRegions"))));

    private Ec2Regions() {}
}
