package io.exhibit.aws.network;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;

/**
 * The account's own EBS snapshots, and whom each is shared with. AWS tells the sharing of one snapshot at a time, so that
 * the newest {@value #ASKED} of a region are asked; each of the others is listed, and has a gap.
 */
public final class EbsSnapshots implements Collector {

    public static final Source SOURCE = new Source(
                    "ebs.snapshots",
                    "EBS snapshots",
                    Scope.REGION,
                    List.of(
                            ec2("ec2:DescribeSnapshots", "SnapshotId", "Snapshots"),
                            ec2("ec2:DescribeSnapshotAttribute", "", "SnapshotId", "CreateVolumePermissions")),
                    List.of(joined(
                            reading(
                                    "ebs.snapshots",
                                    "EBS snapshots",
                                    "SnapshotId",
                                    "Snapshots",
                                    List.of("ec2:DescribeSnapshots")),
                            "ec2:DescribeSnapshotAttribute")))
            .only("snapshots that the account owns");

    /** At EC2's 20 requests a second they take less than a minute. */
    static final int ASKED = 1000;

    private record Own(String id, Instant started) {}

    private static final Comparator<Own> NEWEST_FIRST =
            Comparator.comparing(Own::started, Comparator.nullsLast(Comparator.reverseOrder()));

    private final AwsClients clients;

    public EbsSnapshots(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        Ec2Client ec2 = clients.regional("ec2", target, Ec2Client::builder);
        Set<Own> own = new LinkedHashSet<>();
        capture.pages(
                Call.of("ec2:DescribeSnapshots"),
                token -> ec2.describeSnapshots(r ->
                        r.ownerIds("self").maxResults(Ec2Page.size(clients)).nextToken(token)),
                DescribeSnapshotsResponse::nextToken,
                page -> page.snapshots().forEach(each -> own.add(new Own(each.snapshotId(), each.startTime()))));
        int asked = 0;
        for (Own snapshot : own.stream().sorted(NEWEST_FIRST).toList()) {
            String id = snapshot.id();
            Call sharing = Call.of("ec2:DescribeSnapshotAttribute", id);
            if (asked++ < ASKED) {
                capture.ask(
                        sharing,
                        () -> ec2.describeSnapshotAttribute(
                                r -> r.snapshotId(id).attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)));
            } else {
                capture.without(
                        sharing, Cause.TOO_MANY, "only the newest " + ASKED + " snapshots of a region are asked");
            }
        }
    }
}
