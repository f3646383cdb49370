package io.exhibit.aws.vault;

import io.exhibit.seal.Beside;
import java.io.IOException;
import java.util.Optional;

/**
 * What packs were issued with, under {@code issues/}: not locked, and not in the log.
 *
 * @param largest bytes of one of them
 */
record IssuesInBucket(Bucket bucket, Objects objects, int largest) implements Beside {

    private static final String FOLDER = "issues/";

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        return bucket.small(FOLDER + name, "", largest).map(Small::content);
    }

    @Override
    public void keep(String name, byte[] content) throws IOException {
        objects.note(FOLDER + name, content);
    }
}
