package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Amazon S3 Control: what an account lets none of its buckets do (REST XML). */
final class S3ControlApi {
    private final Supplier<World> world;

    private S3ControlApi(Supplier<World> world) {
        this.world = world;
    }

    static AwsService on(Supplier<World> world) {
        S3ControlApi api = new S3ControlApi(world);
        return new AwsService(
                "s3control",
                Protocol.REST_XML,
                "http://awss3control.amazonaws.com/doc/2018-08-20/",
                "Message",
                Wording.query("InternalError", "2018-08-20"),
                List.of(Operation.route(
                        "GetPublicAccessBlock", "GET", "/v20180820/configuration/publicAccessBlock", api::block)));
    }

    private Map<String, Object> block(Ask ask) {
        return BucketShapes.block(world.get()
                .blockedBuckets(ask.account())
                .orElseThrow(() -> new AwsError(
                        404,
                        "NoSuchPublicAccessBlockConfiguration",
                        "The public access block configuration was not found")));
    }
}
