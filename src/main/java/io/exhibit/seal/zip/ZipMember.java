package io.exhibit.seal.zip;

import java.util.regex.Pattern;

/**
 * One file in a zip.
 *
 * @param name path with slashes; letters, digits, dots, underscores, hyphens and equals signs, no name of a folder above
 * @param bytes of its content, less than 4 GiB
 * @param crc32 of its content
 * @param offset of its header in the zip
 */
record ZipMember(String name, long bytes, long crc32, long offset) {

    /** What an unsigned number of four bytes cannot hold. */
    static final long LIMIT = 0xffff_ffffL;

    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_][0-9A-Za-z._=-]*(/[0-9A-Za-z_][0-9A-Za-z._=-]*)*");
    private static final int LONGEST = 400;

    static boolean mayBeNamed(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches();
    }
}
