package io.exhibit.mapping;

import io.exhibit.evidence.Sha256;
import java.util.Optional;

/**
 * One file of a book. What is worked out of its bytes is kept with them: the copy in the jar is read again and again as long as a
 * process lives.
 */
final class SourceFile {

    private final String shown;
    private final byte[] bytes;
    private volatile String sha256;
    private volatile Node content;

    /** @param shown the path by which a person finds it */
    SourceFile(String shown, byte[] bytes) {
        this.shown = shown;
        this.bytes = bytes;
    }

    String shown() {
        return shown;
    }

    byte[] bytes() {
        return bytes;
    }

    /** In hexadecimal. */
    String sha256() {
        if (sha256 == null) {
            sha256 = Sha256.hex(bytes);
        }
        return sha256;
    }

    /** The content as {@link YamlReader#read} has it. */
    Optional<Node> read(Problems problems) {
        int before = problems.count();
        return content != null ? Optional.of(content) : kept(YamlReader.read(shown, bytes, problems), before, problems);
    }

    /** The content as {@link YamlReader#readIfAny} has it. */
    Optional<Node> readIfAny(Problems problems) {
        int before = problems.count();
        return content != null
                ? Optional.of(content)
                : kept(YamlReader.readIfAny(shown, bytes, problems), before, problems);
    }

    /** What has a problem is read again by whoever asks, and told again. */
    private Optional<Node> kept(Optional<Node> read, int before, Problems problems) {
        if (problems.count() == before) {
            content = read.orElse(null);
        }
        return read;
    }
}
