package io.exhibit.run.mask;

/**
 * One masked value, told.
 *
 * @param digest SHA-256 of salt, space and value, as the pack lists it
 */
public record Disclosure(String pseudonym, String value, String salt, String digest) {

    /** The line of shell that matches it with the pack's list. */
    public String check() {
        return "test \"$(printf '%s' '" + (salt + " " + value).replace("'", "'\\''")
                + "' | sha256sum | cut -d ' ' -f 1)\" = " + digest + " && echo matches";
    }
}
