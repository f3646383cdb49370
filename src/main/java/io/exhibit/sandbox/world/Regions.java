package io.exhibit.sandbox.world;

import java.util.List;

/** What AWS calls the places that it answers from. */
public final class Regions {
    /** Regions that AWS enables for everybody; the story plays in the first three. */
    public static final List<String> ALL = List.of(
            "us-east-1",
            "us-west-2",
            "eu-west-1",
            "us-east-2",
            "us-west-1",
            "ca-central-1",
            "sa-east-1",
            "eu-west-2",
            "eu-west-3",
            "eu-central-1",
            "eu-north-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-south-1");

    private Regions() {}
}
