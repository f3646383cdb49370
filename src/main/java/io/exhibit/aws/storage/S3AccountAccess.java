package io.exhibit.aws.storage;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.S3ControlClientBuilder;
import software.amazon.awssdk.services.s3control.endpoints.S3ControlEndpointParams;
import software.amazon.awssdk.services.s3control.endpoints.S3ControlEndpointProvider;

/** What an account lets none of its buckets do; that it says nothing is a fact (NoSuchPublicAccessBlockConfiguration). */
public final class S3AccountAccess implements Collector {

    public static final Source SOURCE = new Source(
            "s3.account-public-access",
            "S3 public access block of accounts",
            Scope.ACCOUNT,
            List.of(facts(
                    permitted(
                            xml(
                                    "s3control:GetPublicAccessBlock",
                                    "PublicAccessBlockConfiguration",
                                    "",
                                    "PublicAccessBlockConfiguration"),
                            "s3:GetAccountPublicAccessBlock"),
                    "NoSuchPublicAccessBlockConfiguration")),
            List.of(derived(reading(
                    "s3.account-public-access",
                    "public access blocks of accounts",
                    "account",
                    "PublicAccessBlockConfiguration",
                    List.of("s3control:GetPublicAccessBlock")))));

    private static final S3ControlEndpointProvider AWS = S3ControlEndpointProvider.defaultProvider();

    private final AwsClients clients;

    public S3AccountAccess(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        S3ControlClient s3 = clients.regional("s3control", target, S3AccountAccess::builder);
        capture.ask(
                Call.of("s3control:GetPublicAccessBlock"),
                () -> s3.getPublicAccessBlock(r -> r.accountId(target.account())));
    }

    /** AWS has the account's number in the name of the host; where all services answer at one address it has no place there. */
    private static S3ControlClientBuilder builder() {
        return S3ControlClient.builder().endpointProvider(S3AccountAccess::endpoint);
    }

    private static CompletableFuture<Endpoint> endpoint(S3ControlEndpointParams asked) {
        return asked.endpoint() == null
                ? AWS.resolveEndpoint(asked)
                : CompletableFuture.completedFuture(
                        Endpoint.builder().url(URI.create(asked.endpoint())).build());
    }
}
