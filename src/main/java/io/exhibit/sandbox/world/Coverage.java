package io.exhibit.sandbox.world;

import java.util.ArrayList;
import java.util.List;

/** One resource that Inspector could scan; {@code reason} says why it does not, or SUCCESSFUL. */
public record Coverage(String account, String type, String id, String scan, String reason) {
    public boolean active() {
        return reason.equals("SUCCESSFUL");
    }

    static List<Coverage> of(World world, Account account, String region) {
        boolean busy = account.id().equals(Accounts.CLAIMS) || account.id().equals(Accounts.PORTAL);
        if (!busy || region.equals("eu-west-1")) {
            return List.of();
        }
        List<Coverage> all = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            String id = "i-" + world.digest().hex("instance", account.id() + region + i, 17);
            boolean unmanaged = i == 6 && account.id().equals(Accounts.CLAIMS);
            all.add(new Coverage(
                    account.id(),
                    "AWS_EC2_INSTANCE",
                    id,
                    "PACKAGE",
                    unmanaged ? "UNMANAGED_EC2_INSTANCE" : "SUCCESSFUL"));
        }
        boolean images = world.scanning(account.id(), region).get("ecr");
        for (int i = 1; i <= 3; i++) {
            String id = "arn:aws:ecr:" + region + ":" + account.id() + ":repository/" + account.name() + "/sha256:"
                    + world.digest().hex("image", account.id() + region + i, 64);
            all.add(new Coverage(
                    account.id(),
                    "AWS_ECR_CONTAINER_IMAGE",
                    id,
                    "PACKAGE",
                    images ? "SUCCESSFUL" : "SCAN_FREQUENCY_MANUAL"));
        }
        for (String name : List.of("export", "intake")) {
            String id = "arn:aws:lambda:" + region + ":" + account.id() + ":function:" + name + ":$LATEST";
            boolean excluded = name.equals("intake") && account.id().equals(Accounts.CLAIMS);
            all.add(new Coverage(
                    account.id(), "AWS_LAMBDA_FUNCTION", id, "PACKAGE", excluded ? "EXCLUDED_BY_TAG" : "SUCCESSFUL"));
        }
        return List.copyOf(all);
    }
}
