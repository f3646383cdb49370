package io.exhibit.aws.organization;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsLandscape;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Region;

/** Regions and whether the account may use them. */
public final class Ec2Regions implements Collector {

    public static final Source SOURCE = new Source(
            "ec2.regions",
            "Regions",
            Scope.ACCOUNT,
            List.of(ec2("ec2:DescribeRegions", "RegionName", "Regions")),
            List.of(reading("ec2.regions", "regions", "RegionName", "Regions", List.of("ec2:DescribeRegions"))));

    private final AwsClients clients;
    private final AwsLandscape landscape;

    public Ec2Regions(AwsClients clients, AwsLandscape landscape) {
        this.clients = clients;
        this.landscape = landscape;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public boolean charts() {
        return true;
    }

    @Override
    public void collect(Target target, Capture capture) {
        capture.ask(Call.of("ec2:DescribeRegions"), () -> clients.ec2(target).describeRegions(r -> r.allRegions(true)))
                .ifPresent(answer -> {
                    landscape.listed(
                            answer.regions().stream().map(Region::regionName).toList());
                    landscape.enabled(
                            target.account(),
                            answer.regions().stream()
                                    .filter(region -> !"not-opted-in".equals(region.optInStatus()))
                                    .map(Region::regionName)
                                    .collect(Collectors.toCollection(TreeSet::new)));
                });
    }
}
