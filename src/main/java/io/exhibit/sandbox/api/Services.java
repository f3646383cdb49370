package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Answer;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Signed;
import io.exhibit.sandbox.world.World;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of simulated services, by their names in the credential scope. */
public final class Services {
    private final List<AwsService> all;
    private final Downloads downloads;

    public Services(Supplier<World> world, Pages pages, URI endpoint) {
        downloads = new Downloads(world, endpoint);
        all = List.of(
                StsApi.on(world),
                IamApi.on(world, pages),
                OrganizationsApi.on(world, pages),
                AccountApi.on(world),
                SignOnApi.on(world, pages),
                IdentityStoreApi.on(world, pages),
                ArtifactApi.on(world, pages, downloads),
                Ec2Api.on(world, pages),
                KmsApi.on(world, pages),
                BalancerApi.on(world, pages),
                ClassicBalancerApi.on(world, pages),
                WafApi.on(world, pages),
                ShieldApi.on(world, pages),
                GuardDutyApi.on(world, pages),
                Inspector2Api.on(world, pages),
                AccessAnalyzerApi.on(world, pages),
                CloudTrailApi.on(world, pages),
                ConfigApi.on(world, pages),
                SecurityHubApi.on(pages),
                CloudWatchApi.on(world, pages),
                EventBridgeApi.on(world, pages),
                LogsApi.on(world, pages),
                SnsApi.on(world, pages),
                SsmApi.on(world),
                S3ControlApi.on(world),
                S3Api.on(world, pages),
                RdsApi.on(world, pages),
                AcmApi.on(world, pages),
                BackupApi.on(world, pages),
                FileSystemApi.on(world, pages),
                RedshiftApi.on(world, pages),
                OpenSearchApi.on(world),
                CloudFrontApi.on(world, pages),
                DeviceApi.outposts(world, pages),
                DeviceApi.snow(world, pages));
    }

    public Downloads downloads() {
        return downloads;
    }

    Optional<AwsService> named(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The service that a request is for, as it answers that request. */
    public Optional<AwsService> asked(Signed request) {
        Optional<AwsService> service = named(request.service());
        return request.service().equals("monitoring")
                ? service.map(known -> CloudWatchApi.asked(known, request.target()))
                : service;
    }

    /** Throws IllegalArgumentException, with what there is, for a service or an operation ("" is any) that is not here. */
    public void require(String service, String operation) {
        AwsService known = named(service)
                .orElseThrow(() -> new IllegalArgumentException("the sandbox has no service \"" + service
                        + "\"; it has " + all.stream().map(AwsService::name).collect(Collectors.joining(", "))));
        List<String> names = Stream.concat(
                        known.operations().stream().map(Operation::name),
                        service.equals("artifact") ? Stream.of(Downloads.OPERATION.name()) : Stream.empty())
                .toList();
        if (!operation.isEmpty() && !names.contains(operation)) {
            throw new IllegalArgumentException("the sandbox's " + service + " has no operation \"" + operation
                    + "\"; it has " + String.join(", ", names));
        }
    }

    /** What a request gets that no service here is asked by: it is not signed, or for a service that is not simulated. */
    public Answer unsigned(Signed request) {
        AwsService front = new AwsService("", Protocol.REST, "reason", "message", Wording.rest("", ""), List.of());
        AwsError error = request.service().isEmpty()
                ? new AwsError(403, "MissingAuthenticationToken", "Request is missing Authentication Token")
                : new AwsError(404, "UnknownOperationException", "The sandbox has no service " + request.service());
        return Protocol.REST.error(front, error, "00000000-0000-4000-a000-000000000000");
    }
}
