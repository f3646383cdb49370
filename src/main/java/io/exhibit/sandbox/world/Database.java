package io.exhibit.sandbox.world;

/**
 * One RDS instance or cluster.
 *
 * @param clustered whether it is a cluster
 * @param key alias of its KMS key in its account and region
 * @param tls the parameter of its engine that makes clients encrypt, and its value: {@code rds.force_ssl=1}
 * @param kept days that its automated backups are kept
 */
public record Database(String name, boolean clustered, String engine, String key, String tls, int kept) {

    public String group() {
        return name + "-parameters";
    }

    public String arn(String account, String region) {
        return "arn:aws:rds:" + region + ":" + account + (clustered ? ":cluster:" : ":db:") + name;
    }
}
