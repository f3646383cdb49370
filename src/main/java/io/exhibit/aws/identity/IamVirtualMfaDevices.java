package io.exhibit.aws.identity;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;

/**
 * Virtual MFA devices that somebody uses, the root user included. A root user that has MFA and none of these has a security
 * key or another piece of hardware: AWS lists such a device only to its own user.
 */
public final class IamVirtualMfaDevices implements Collector {

    public static final Source SOURCE = new Source(
            "iam.virtual-mfa-devices",
            "IAM virtual MFA devices",
            Scope.ACCOUNT,
            List.of(query("iam:ListVirtualMFADevices", "SerialNumber", "VirtualMFADevices")),
            List.of(derived(reading(
                    "iam.virtual-mfa-devices",
                    "virtual MFA devices",
                    "SerialNumber",
                    "VirtualMFADevices",
                    List.of("iam:ListVirtualMFADevices")))));

    private static final int PAGE = 1000;

    private final AwsClients clients;

    public IamVirtualMfaDevices(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        IamClient iam = clients.iam();
        capture.pages(
                Call.of("iam:ListVirtualMFADevices"),
                marker -> iam.listVirtualMFADevices(r -> r.assignmentStatus(AssignmentStatusType.ASSIGNED)
                        .maxItems(clients.page(PAGE))
                        .marker(marker)),
                page -> Capture.next(page.isTruncated(), page.marker()),
                page -> {});
    }
}
