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
            "AWS::Lambda::Function",
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
        return Optional.of(new Recorder(!stopped, discovered));
    }
}
