package io.exhibit.aws.network;

import io.exhibit.aws.AwsClients;

/** Page size of EC2's lists: 5 to 1000 (EC2 API reference, MaxResults). Without one, EC2 throttles sooner. */
final class Ec2Page {

    private static final int MOST = 1000;
    private static final int LEAST = 5;

    private Ec2Page() {}

    static int size(AwsClients clients) {
        return Math.max(LEAST, clients.page(MOST));
    }
}
