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
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultResponse;

/** What EBS does by itself in a region: encrypt new volumes, and keep snapshots from being made public. */
public final class EbsSettings implements Collector {

    public static final Source SOURCE = new Source(
            "ebs.settings",
            "EBS settings",
            Scope.REGION,
            List.of(
                    ec2("ec2:GetEbsEncryptionByDefault", "", "EbsEncryptionByDefault"),
                    ec2("ec2:GetEbsDefaultKmsKeyId", "", "KmsKeyId"),
                    ec2("ec2:GetSnapshotBlockPublicAccessState", "", "State")),
            List.of(derived(joined(
                    reading("ebs.settings", "EBS settings", "region", "", List.of("ec2:GetEbsEncryptionByDefault")),
                    "ec2:GetEbsDefaultKmsKeyId",
                    "ec2:GetSnapshotBlockPublicAccessState"))));

    private final AwsClients clients;

    public EbsSettings(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    /** The default key is asked for only where it is used. */
    @Override
    public void collect(Target target, Capture capture) {
        Ec2Client ec2 = clients.regional("ec2", target, Ec2Client::builder);
        capture.ask(Call.of("ec2:GetEbsEncryptionByDefault"), () -> ec2.getEbsEncryptionByDefault(r -> {}))
                .filter(GetEbsEncryptionByDefaultResponse::ebsEncryptionByDefault)
                .ifPresent(on ->
                        capture.ask(Call.of("ec2:GetEbsDefaultKmsKeyId"), () -> ec2.getEbsDefaultKmsKeyId(r -> {})));
        capture.ask(
                Call.of("ec2:GetSnapshotBlockPublicAccessState"), () -> ec2.getSnapshotBlockPublicAccessState(r -> {}));
    }
}
