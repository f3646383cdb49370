package io.exhibit.read;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.exhibit.evidence.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The frozen record types. The file is generated from the AWS SDK's own field metadata, is checked in, and a test says when
 * it is stale: so nothing behind the vault needs the SDK, and an SDK upgrade shows as a diff.
 */
public final class CatalogFile {

    /** Where it lies on the class path, beside this class. */
    static final String NAME = "record-types.json";

    private CatalogFile() {}

    /** The record types that this build has; the same object for everybody in the process. */
    public static Catalog load() {
        return Loaded.CATALOG;
    }

    private static final class Loaded {
        static final Catalog CATALOG = read();
    }

    private static Catalog read() {
        try (InputStream in = CatalogFile.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException(NAME + " is not on the class path");
            }
            return JsonMapper.builder().build().readValue(in, Catalog.class);
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be read", e);
        }
    }
}
