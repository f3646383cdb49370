package io.exhibit.sandbox.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AWS Config's recorder of a region, and how many resources of each type it has discovered. */
public record Recorder(boolean recording, Map<String, Integer> discovered) {
    private static final List<String> TYPES = List.of(
            "AWS::EC2::SecurityGroup",
            "AWS::IAM::Role",
            "AWS::KMS::Key",
            "AWS::S3::Bucket",
            "AWS::RDS::DBInstance",
            "AWS::Comprehend::Flywheel");

    /** Empty where Config was never set up. */
    static Optional<Recorder> of(World world, Account account, String region) {
        if (account.id().equals(Accounts.SANDBOX) && !region.equals("us-east-1")) {
            return Optional.empty();
        }
        boolean stopped =
                account.id().equals(Accounts.PORTAL) && region.equals("eu-west-1") && world.holds(Story.CONFIG_STOPPED);
        boolean busy = account.id().equals(Accounts.CLAIMS) || account.id().equals(Accounts.PORTAL);
        Map<String, Integer> discovered = new LinkedHashMap<>();
        for (String type : busy ? TYPES : TYPES.subList(0, 3)) {
            discovered.put(type, 1 + world.digest().below(40, "discovered", account.id() + region + type));
        }
        count(world, account, region, "AWS_EC2_INSTANCE", "AWS::EC2::Instance", discovered);
        count(world, account, region, "AWS_LAMBDA_FUNCTION", "AWS::Lambda::Function", discovered);
        return Optional.of(new Recorder(!stopped, discovered));
    }

    /** What Inspector knows; of the portal's functions in its second region it was never told. */
    private static void count(
            World world, Account account, String region, String type, String name, Map<String, Integer> discovered) {
        int known = (int) world.coverage(account.id(), region).stream()
                .filter(each -> each.type().equals(type))
                .count();
        boolean untold = account.id().equals(Accounts.PORTAL)
                && region.equals("us-west-2")
                && name.equals("AWS::Lambda::Function");
        if (known > 0) {
            discovered.put(name, untold ? known + 3 : known);
        }
    }
}
