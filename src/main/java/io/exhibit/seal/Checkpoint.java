package io.exhibit.seal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;

/**
 * The signed state of the log (C2SP tlog-checkpoint): what an auditor keeps.
 *
 * @param origin name of the log
 * @param size how many leaves
 * @param root RFC 6962 tree head, 64 hexadecimal digits
 * @param note the signed note, text as stored
 */
public record Checkpoint(String origin, long size, String root, String note) {

    /**
     * One that somebody kept as a file.
     *
     * @throws IllegalArgumentException when it is no checkpoint
     */
    public static Checkpoint read(Path file) throws IOException {
        try {
            return SignedNote.read(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not a checkpoint", e);
        }
    }
}
