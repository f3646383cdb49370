package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Bucket;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Amazon S3: buckets and their settings, the bucket named by the path (REST XML, S3's dialect). */
final class S3Api {
    private static final Pages.Rule RULE = new Pages.Rule(
            1,
            10_000,
            10_000,
            size -> invalid("Argument max-buckets must be an integer between 1 and 10000"),
            invalid("The continuation token provided is incorrect"));

    private final Supplier<World> world;
    private final Pages pages;

    private S3Api(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        S3Api api = new S3Api(world, pages);
        return new AwsService(
                "s3",
                Protocol.S3,
                "http://s3.amazonaws.com/doc/2006-03-01/",
                "Message",
                Wording.s3(),
                List.of(
                        Operation.pagedRoute("ListBuckets", "GET", "/", api::buckets),
                        api.setting("GetPublicAccessBlock", "publicAccessBlock", BucketShapes::access),
                        api.setting("GetBucketEncryption", "encryption", BucketShapes::encryption),
                        api.setting("GetBucketPolicy", "policy", BucketShapes::policy),
                        api.setting("GetBucketPolicyStatus", "policyStatus", BucketShapes::policyStatus),
                        api.setting("GetBucketVersioning", "versioning", BucketShapes::versioning),
                        api.setting("GetBucketLogging", "logging", BucketShapes::logging),
                        api.setting("GetBucketTagging", "tagging", BucketShapes::tagging),
                        api.setting("GetObjectLockConfiguration", "object-lock", BucketShapes::lock),
                        api.setting("GetBucketLifecycleConfiguration", "lifecycle", BucketShapes::lifecycle)));
    }

    private Operation setting(String name, String parameter, BiFunction<Ask, Bucket, Map<String, Object>> answer) {
        return Operation.route(name, "GET", "/[^/?]+\\?" + parameter, ask -> answer.apply(ask, bucket(ask)));
    }

    private Map<String, Object> buckets(Ask ask) {
        Pages.Page<Bucket> page = pages.of(ask, RULE, world.get().buckets(ask.account()));
        // S3 names the region only when the request has a parameter.
        boolean regions = !ask.parameters().isEmpty();
        List<Map<String, Object>> shown = page.items().stream()
                .map(bucket -> Tree.of(
                        "Name",
                        bucket.name(),
                        "CreationDate",
                        bucket.created(),
                        "BucketRegion",
                        regions ? bucket.region() : null))
                .toList();
        String owner = world.get().digest().hex("canonical", ask.account(), 64);
        return Tree.of(
                "ListAllMyBucketsResult",
                Tree.of(
                        "Owner",
                        Tree.of("ID", owner),
                        "Buckets",
                        new Tree.Listed("Bucket", shown),
                        "ContinuationToken",
                        page.next()));
    }

    private Bucket bucket(Ask ask) {
        String name = ask.segments().get(0);
        Bucket known = world.get().buckets(ask.account()).stream()
                .filter(bucket -> bucket.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AwsError(404, "NoSuchBucket", "The specified bucket does not exist"));
        if (!known.region().equals(ask.region())) {
            throw new AwsError(
                    301,
                    "PermanentRedirect",
                    "The bucket you are attempting to access must be addressed using the specified endpoint."
                            + " Please send all future requests to this endpoint.");
        }
        return known;
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "InvalidArgument", message);
    }
}
