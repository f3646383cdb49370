package io.exhibit.seal;

import java.io.IOException;

/** Stored bytes that are not the bytes that were sealed; names the file, the record in it and both digests. */
public final class FixityException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file relative to the vault
     * @param record the record in the file, or "" for the file as a whole
     * @param sealed SHA-256 as it was sealed, hexadecimal
     * @param found SHA-256 of what lies there, or what was found instead
     */
    public FixityException(String file, String record, String sealed, String found) {
        super(file + (record.isEmpty() ? "" : ", " + record) + ": sealed with SHA-256 " + sealed + ", found " + found);
    }
}
