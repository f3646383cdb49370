package io.exhibit.run;

import io.exhibit.seal.Beside;
import io.exhibit.seal.DurableFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file beside a pack, {@code NAME.CHANNEL.sending}, from before it is sent to somebody who cannot be asked until the log has the receipt;
 * and beside the vault where other machines have that too, because another one may go on. Without it nothing is lost but the knowledge
 * that it may have been sent already.
 */
final class SendMark {

    private static final byte[] NONE = new byte[0];

    private final DurableFolder folder;
    private final Beside beside;
    private final String name;
    private boolean earlier;

    SendMark(Path folder, Beside beside, String pack, String channel) {
        this.folder = new DurableFolder(folder);
        this.beside = beside;
        this.name = pack + "." + channel + ".sending";
    }

    /** Since when it may be on its way; empty when it is not. */
    Optional<String> since() throws IOException {
        Path file = folder.path().resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : elsewhere();
    }

    private Optional<String> elsewhere() throws IOException {
        return beside.read(name)
                .map(text -> new String(text, StandardCharsets.UTF_8).strip())
                .filter(text -> !text.isEmpty());
    }

    /** One that stands there stays: what was then is not known yet. */
    void set(Instant now) throws IOException {
        earlier = since().isPresent();
        if (!earlier) {
            byte[] text = (now + "\n").getBytes(StandardCharsets.UTF_8);
            beside.keep(name, text);
            folder.write(name, text);
        }
    }

    /** It certainly did not go this time. */
    void takeBack() throws IOException {
        if (!earlier) {
            clear();
        }
    }

    /** Beside a vault nothing is deleted: an empty mark is none. */
    void clear() throws IOException {
        if (elsewhere().isPresent()) {
            beside.keep(name, NONE);
        }
        Files.deleteIfExists(folder.path().resolve(name));
    }
}
