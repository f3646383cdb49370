package io.exhibit.aws.logging;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/**
 * Trails as a region sees them, replicas of other regions' trails and of the organization's included. Status and selectors
 * are asked where the trail is at home: elsewhere a replica answers for its own region only (CloudTrail API reference,
 * GetTrailStatus). A member account has to name the organization's trail by its ARN.
 */
public final class CloudTrailTrails implements Collector {

    public static final Source SOURCE = new Source(
            "cloudtrail.trails",
            "CloudTrail trails",
            Scope.REGION,
            List.of(
                    json("cloudtrail:DescribeTrails", "TrailARN", "trailList"),
                    json("cloudtrail:GetTrailStatus", "", "IsLogging"),
                    json("cloudtrail:GetEventSelectors", "", "TrailARN")),
            List.of(joined(
                    reading(
                            "cloudtrail.trails",
                            "trails",
                            "TrailARN",
                            "trailList",
                            List.of("cloudtrail:DescribeTrails")),
                    "cloudtrail:GetTrailStatus",
                    "cloudtrail:GetEventSelectors")));

    private final AwsClients clients;

    public CloudTrailTrails(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        CloudTrailClient cloudTrail = clients.regional("cloudtrail", target, CloudTrailClient::builder);
        List<String> home = capture
                .ask(Call.of("cloudtrail:DescribeTrails"), cloudTrail::describeTrails)
                .map(DescribeTrailsResponse::trailList)
                .orElse(List.of())
                .stream()
                .filter(trail -> target.region().equals(trail.homeRegion()))
                .map(Trail::trailARN)
                .toList();
        for (String arn : home) {
            capture.ask(Call.of("cloudtrail:GetTrailStatus", arn), () -> cloudTrail.getTrailStatus(r -> r.name(arn)));
            capture.ask(
                    Call.of("cloudtrail:GetEventSelectors", arn),
                    () -> cloudTrail.getEventSelectors(r -> r.trailName(arn)));
        }
    }
}
