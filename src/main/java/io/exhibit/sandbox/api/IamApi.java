package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.function.Supplier;

/** AWS IAM: the credential report (query protocol). */
public final class IamApi {
    private IamApi() {}

    public static AwsService on(Supplier<World> world, Pages pages) {
        CredentialReportApi report = new CredentialReportApi(world);
        return new AwsService(
                "iam",
                Protocol.QUERY,
                "https://iam.amazonaws.com/doc/2010-05-08/",
                "Message",
                Wording.query("ServiceFailure", "2010-05-08"),
                List.of(
                        Operation.named("GenerateCredentialReport", report::generate),
                        Operation.named("GetCredentialReport", report::get)));
    }
}
