package io.exhibit.aws.vault;

/** On which state of a name a put depends. */
record Condition(String header, String etag) {

    Condition {
        // Without one the put would depend on nothing.
        java.util.Objects.requireNonNull(etag, "S3 told no ETag");
    }

    /** Nothing has that name: there is no object, or the newest version is a delete marker. */
    static final Condition ABSENT = new Condition("If-None-Match", "*");

    static Condition matches(String etag) {
        return new Condition("If-Match", etag);
    }
}
